import { Button } from "@mantine/core";
import { IconDownload, IconMail, IconPrinter } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { bankName } from "../../../contract/bank-names.ts";
import { isoDay } from "../../../contract/format/dates.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { letterKind } from "../../../contract/letter-facts.ts";
import { lettersHeading } from "../../../contract/letters-heading.ts";
import {
  type LetterFilter,
  letterFilter,
  letterStand,
  letterWord,
  outgoing,
} from "../../../contract/outgoing.ts";
import { useLetters, useLettersFile } from "../../data/letters.ts";
import { useMay } from "../../data/permissions.ts";
import { RegisterFilters } from "../../frame/register-filters.tsx";
import { useLanguage } from "../../i18n/use-language.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Page } from "../../ui/page.tsx";
import { Card, PageHead } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useAddressState } from "../../ui/use-address-state.ts";
import classes from "./letters.module.css";
import { LettersTable } from "./letters-table.tsx";
import { ManyLetters } from "./many-letters.tsx";
import {
  isOpen,
  LETTER_SORTS,
  type Sorting,
  type SortWords,
  sortedLetters,
} from "./sorted-letters.ts";

const FILTERS = ["kind", "bank", "stand", "case", "claim", "from", "until", "search"] as const;

/** The outgoing letters of the office, or of one case; filter and order stand in the address. */
export function LettersPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const filter = useFilter();
  const list = useLetters(filter);
  const may = useMay(outgoing.sent);
  const [sorting, setSorting] = useSorting();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [first] = list.data?.pages ?? [];
  const loaded = list.data?.pages.flatMap((page) => page.rows) ?? [];
  useAllPages(list, sorting !== null && loaded.length < MOST_SORTED);
  const rows = sortedLetters(loaded, sorting, language, useSortWords());
  const isAll = Object.keys(filter).length === 0;
  const file = useLettersFile(filter);
  const choose = (ids: readonly string[], on: boolean) => {
    const others = [...chosen].filter((id) => !ids.includes(id));
    setChosen(new Set(on ? [...others, ...ids] : others));
  };
  return (
    <Page wideSheet>
      <PageHead title={t("letters.title")} lead={t("letters.lead")}>
        <Button
          leftSection={<IconPrinter size={15} />}
          disabled={list.isPending}
          onClick={() => window.print()}
        >
          {t("letters.print")}
        </Button>
        {(["xlsx", "csv"] as const).map((format) => (
          <Button
            key={format}
            className={classes.file ?? ""}
            loading={file.isPending && file.variables.format === format}
            onClick={() => file.mutate({ language, format })}
            leftSection={<IconDownload size={15} />}
          >
            {format === "xlsx" ? "Excel" : "CSV"}
          </Button>
        ))}
      </PageHead>
      <dl className={classes.heading}>
        {lettersHeading(
          {
            ...{ filter, office: first?.office?.[language] ?? null, day: isoDay(Date.now()) },
            letters: rows.length,
          },
          language,
        ).map(([name, value]) => (
          <div key={name}>
            <dt>{name}:</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Filters banks={first?.banks ?? []} />
      {file.isError && <ProblemNotice error={file.error} />}
      {list.isError && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      {may && (
        <ManyLetters
          letters={rows.filter((row) => chosen.has(row.id) && isOpen(row))}
          onDone={(ids) => choose(ids, false)}
        />
      )}
      {first?.total != null && first.total > 0 && (
        <p className={classes.total} role="status">
          {t("letters.count", { formatted: formatNumber(first.total, language) })}
          {sorting !== null && list.hasNextPage && loaded.length >= MOST_SORTED && (
            <>
              {" · "}
              {t("letters.sortedOf", { formatted: formatNumber(loaded.length, language) })}
            </>
          )}
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
          <LettersTable
            letters={rows}
            sorting={sorting}
            onSort={setSorting}
            chosen={may ? chosen : null}
            onChoose={choose}
          />
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

/** The register has its own order; another one is of so many letters at most. */
const MOST_SORTED = 2_000;

/** Fetches page after page while `wanted`. */
function useAllPages(list: ReturnType<typeof useLetters>, wanted: boolean): void {
  const { hasNextPage, isFetching, isError, fetchNextPage } = list;
  useEffect(() => {
    if (wanted && hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [wanted, hasNextPage, isFetching, isError, fetchNextPage]);
}

/** The order as the address has it: a column, "-" before it for downwards. */
function useSorting(): [Sorting | null, (sorting: Sorting | null) => void] {
  const address = useAddressState();
  const text = address.get("sort") ?? "";
  const by = LETTER_SORTS.find((one) => one === text.replace(/^-/, ""));
  const set = (next: Sorting | null) =>
    address.set(
      { sort: next === null ? null : `${next.down ? "-" : ""}${next.by}` },
      { replace: true },
    );
  return [by === undefined ? null : { by, down: text.startsWith("-") }, set];
}

function useSortWords(): SortWords {
  const { t } = useTranslation();
  return {
    kind: ({ letter, claim }) =>
      letter === null ? "" : t(`letters.${letterWord(letter.kind, claim)}`),
    stand: (stand) => t(`letters.stands.${stand}`),
    centre: t("letters.centre"),
    today: isoDay(Date.now()),
  };
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
            label:
              value === "freeze-request"
                ? `${t("letters.blockRequest")}; ${t(`letters.kinds.${value}`)}`
                : t(`letters.kinds.${value}`),
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
