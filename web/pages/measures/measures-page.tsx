import { Button } from "@mantine/core";
import { IconFileImport, IconMail, IconPlus, IconShieldCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { measureKind, measures } from "../../../contract/measures.ts";
import { measuresImport } from "../../../contract/measures-import.ts";
import { useDistricts, useMeasures } from "../../data/measures.ts";
import { useMay } from "../../data/permissions.ts";
import { type RegisterChoice, RegisterFilters } from "../../frame/register-filters.tsx";
import { useLanguage } from "../../i18n/use-language.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Page } from "../../ui/page.tsx";
import { Card, PageHead } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useAddressState } from "../../ui/use-address-state.ts";
import { ImportPanel } from "./import-panel.tsx";
import { MeasureDetail } from "./measure-detail.tsx";
import classes from "./measures.module.css";
import { MeasuresTable, RegisterTotals } from "./measures-table.tsx";
import { NewMeasure } from "./new-measure.tsx";

/** The register of measures; filter, open entry and open form stand in the address. */
export function MeasuresPage() {
  const { t } = useTranslation();
  const address = useAddressState();
  const mayAdd = useMay(measures.record);
  const mayImport = useMay(measuresImport.load);
  const doing = address.get("do");
  const filter = useFilter();
  const list = useMeasures(filter);
  const open = address.get("open");
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const toggle = (what: "add" | "import") =>
    address.set({ do: doing === what ? null : what, open: null }, { replace: true });
  return (
    <Page>
      <PageHead title={t("measures.title")} lead={t("measures.lead")}>
        <Button component={Link} to="/letters" leftSection={<IconMail size={15} />}>
          {t("letters.title")}
        </Button>
        {mayImport && (
          <Button
            leftSection={<IconFileImport size={15} />}
            aria-expanded={doing === "import"}
            onClick={() => toggle("import")}
          >
            {t("measures.importTable")}
          </Button>
        )}
        {mayAdd && (
          <Button
            variant="filled"
            leftSection={<IconPlus size={15} />}
            aria-expanded={doing === "add"}
            onClick={() => toggle("add")}
          >
            {t("measures.add")}
          </Button>
        )}
      </PageHead>
      {doing === "add" && mayAdd && (
        <NewMeasure onDone={(id) => address.set({ do: null, open: id }, { replace: true })} />
      )}
      {doing === "import" && mayImport && <ImportPanel />}
      {open !== null && (
        <MeasureDetail key={open} id={open} onClose={() => address.set({ open: null })} />
      )}
      <Filters />
      <Unjoined count={list.data?.pages[0]?.totals?.unjoined ?? 0} />
      {list.isError && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <RegisterTotals totals={list.data.pages[0]?.totals ?? null} shown={rows.length} />
      )}
      <Card padded={false}>
        {list.isPending ? (
          <LoadingRows />
        ) : rows.length === 0 ? (
          <EmptyState
            icon={<IconShieldCheck size={20} />}
            title={t(Object.keys(filter).length > 0 ? "measures.nothing" : "measures.none")}
            text={Object.keys(filter).length > 0 ? undefined : t("measures.noneText")}
          />
        ) : (
          <MeasuresTable
            rows={rows}
            selected={open}
            onSelect={(id) => address.set({ open: id, do: null }, { replace: true })}
          />
        )}
      </Card>
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("measures.more")}
        </Button>
      )}
    </Page>
  );
}

/** The filter as the address has it; what is not set is left out. */
function useFilter() {
  const address = useAddressState();
  const kind = measureKind.safeParse(address.get("kind"));
  const unjoined = address.get("unjoined") === "yes";
  const texts = ["district", "from", "until", "search", "case", "claim"] as const;
  return {
    ...(kind.success ? { kind: kind.data } : {}),
    ...(unjoined ? { unjoined: "yes" as const } : {}),
    ...Object.fromEntries(
      texts.flatMap((name) => {
        const value = address.get(name);
        return value === null ? [] : [[name, value] as const];
      }),
    ),
  };
}

/** Returns that lower no debt until a person says whose money they are. */
function Unjoined({ count }: { count: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const address = useAddressState();
  const isOn = address.get("unjoined") === "yes";
  if (count === 0 && !isOn) return null;
  return (
    <div className={classes.unjoined}>
      <span>{t("measures.unjoined.text", { number: formatNumber(count, language) })}</span>
      <Button
        size="xs"
        variant="subtle"
        onClick={() =>
          address.set({ unjoined: isOn ? null : "yes", open: null }, { replace: true })
        }
      >
        {t(isOn ? "measures.unjoined.all" : "measures.unjoined.show")}
      </Button>
    </div>
  );
}

function Filters() {
  const { t } = useTranslation();
  const address = useAddressState();
  const districts = useDistricts().data?.districts ?? [];
  const kinds: RegisterChoice = {
    name: "kind",
    label: t("measures.fields.kind"),
    all: t("measures.allKinds"),
    options: measureKind.options.map((value) => ({ value, label: t(`measures.kinds.${value}`) })),
  };
  const district: RegisterChoice = {
    name: "district",
    label: t("measures.fields.district"),
    all: t("measures.allDistricts"),
    options: districts,
  };
  return (
    <RegisterFilters
      search={{ label: t("measures.search"), hint: t("measures.searchHint") }}
      choices={districts.length > 0 ? [kinds, district] : [kinds]}
      onChange={(name, value) => address.set({ [name]: value, open: null }, { replace: true })}
    />
  );
}
