import { IconMail } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { bankName } from "../../../contract/bank-names.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import type { WantedStatement } from "../../../contract/letters.ts";
import type { GridRow } from "../../../contract/loading.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { AccountLine } from "../../ui/account.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import type { Period } from "./grid-period.ts";
import { GridRuler, GridTrack } from "./grid-track.tsx";
import classes from "./load.module.css";

/** The columns of the grid: the account, its bank, its gaps, and its days drawn over the period. */
export function useGridColumns(
  period: Period,
  onRequest: (wanted: WantedStatement[]) => void,
): readonly TableColumn<GridRow>[] {
  const { t } = useTranslation();
  const language = useLanguage();
  return [
    {
      id: "account",
      head: t("load.grid.account"),
      width: "minmax(180px, 260px)",
      sort: (row) => row.holderName ?? row.account,
      cell: (row) => <AccountLine number={row.account} name={row.holderName} short />,
    },
    {
      id: "bank",
      head: t("common.bank"),
      width: "minmax(130px, 190px)",
      sort: (row) => bankName(row.bank) ?? "",
      cell: (row) => bankName(row.bank) ?? "",
    },
    {
      id: "gaps",
      head: t("load.grid.gapsHead"),
      width: "146px",
      sort: (row) => row.gaps.length,
      cell: (row) =>
        row.gaps.length === 0 ? (
          t("load.grid.complete")
        ) : (
          <button
            type="button"
            className={classes.gapCount}
            title={t("load.grid.letter")}
            onClick={() => onRequest(wantedOf(row))}
          >
            {t("load.grid.gaps", {
              count: row.gaps.length,
              formatted: formatNumber(row.gaps.length, language),
            })}
            <IconMail size={14} aria-hidden />
          </button>
        ),
    },
    {
      id: "days",
      head: t("load.columns.days"),
      headContent: <GridRuler period={period} />,
      width: "minmax(360px, 1fr)",
      cell: (row) => (
        <GridTrack
          row={row}
          period={period}
          onGap={(gap) => onRequest(wantedOf({ ...row, gaps: [gap] }))}
        />
      ),
    },
  ];
}

/** The missing days of one account, as a letter asks for them. */
export function wantedOf({ account, gaps }: GridRow): WantedStatement[] {
  return gaps.map(({ from, to }) => ({ account, from, until: to }));
}
