import { Button } from "@mantine/core";
import { IconDownload, IconMail } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { bankName } from "../../../contract/bank-names.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { letterKind } from "../../../contract/letter-facts.ts";
import {
  type LetterFilter,
  letterFilter,
  letterStand,
  outgoing,
} from "../../../contract/outgoing.ts";
import { addressOf } from "../../api/call.ts";
import { useLetters } from "../../data/letters.ts";
import { LetterList } from "../../frame/letter-list.tsx";
import { RegisterFilters } from "../../frame/register-filters.tsx";
import { useLanguage } from "../../i18n/use-language.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Page } from "../../ui/page.tsx";
import { Card, PageHead } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useAddressState } from "../../ui/use-address-state.ts";
import classes from "./letters.module.css";

const FILTERS = ["kind", "bank", "stand", "case", "claim", "from", "until", "search"] as const;

/** The outgoing letters of the office, or of one case; the filter stands in the address. */
export function LettersPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const filter = useFilter();
  const list = useLetters(filter);
  const [first] = list.data?.pages ?? [];
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const isAll = Object.keys(filter).length === 0;
  const file = (format: "xlsx" | "csv") =>
    addressOf(outgoing.file, { query: { ...filter, language, format } });
  return (
    <Page>
      <PageHead title={t("letters.title")} lead={t("letters.lead")}>
        {(["xlsx", "csv"] as const).map((format) => (
          <Button
            key={format}
            component="a"
            href={file(format)}
            download
            leftSection={<IconDownload size={15} />}
          >
            {format === "xlsx" ? "Excel" : "CSV"}
          </Button>
        ))}
      </PageHead>
      <Filters banks={first?.banks ?? []} />
      {list.isError && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      {first?.total != null && first.total > 0 && (
        <p className={classes.total} role="status">
          {t("letters.of", { formatted: formatNumber(first.total, language) })}
        </p>
      )}
      <Card padded={false}>
        {list.isPending ? (
          <LoadingRows />
        ) : rows.length === 0 ? (
          <EmptyState
            icon={<IconMail size={20} />}
            title={t(isAll ? "letters.none" : "letters.nothing")}
            text={isAll ? t("letters.noneText") : undefined}
          />
        ) : (
          <LetterList letters={rows} />
        )}
      </Card>
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("letters.more")}
        </Button>
      )}
    </Page>
  );
}

/** The filter as the address has it; what is not set, or is no such value, is left out. */
function useFilter(): LetterFilter {
  const address = useAddressState();
  const found = FILTERS.flatMap((name) => {
    const value = address.get(name);
    const is = value === null ? null : letterFilter.shape[name].safeParse(value);
    return is?.success ? [[name, is.data] as const] : [];
  });
  return Object.fromEntries(found);
}

function Filters({ banks }: { banks: readonly string[] }) {
  const { t } = useTranslation();
  const address = useAddressState();
  return (
    <RegisterFilters
      search={{ label: t("letters.search"), hint: t("letters.searchHint") }}
      choices={[
        {
          name: "kind",
          label: t("letters.columns.kind"),
          all: t("letters.allKinds"),
          options: letterKind.options.map((value) => ({
            value,
            label: t(`letters.kinds.${value}`),
          })),
        },
        {
          name: "stand",
          label: t("letters.stand"),
          all: t("letters.allStands"),
          options: [
            { value: "open", label: t("letters.isOpen") },
            ...letterStand.options.map((value) => ({ value, label: t(`letters.stands.${value}`) })),
          ],
        },
        {
          name: "bank",
          label: t("letters.bank"),
          all: t("letters.allBanks"),
          options: banks.map((value) => ({ value, label: bankName(value) })),
        },
      ]}
      onChange={(name, value) => address.set({ [name]: value }, { replace: true })}
    />
  );
}
