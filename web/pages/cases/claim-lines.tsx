import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Claim } from "../../../contract/claims.ts";
import { formatDateTime, ZONE_LABEL } from "../../../contract/format/dates.ts";
import { formatMoney, sumAmounts } from "../../../contract/format/money.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Money } from "../../ui/money.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import classes from "./cases.module.css";

type Line = Claim["lines"][number];
const ROW = 32;
/** Room for what stands under a figure. */
const TRACED_ROW = 44;

/**
 * Every transfer the sum is made of, with file and row; of a traced one the part that is the
 * victim's money.
 */
export function ClaimLines({ claim }: { claim: Claim }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const traced = claim.method !== "direct";
  const isReturn = (line: Line) => BigInt(line.amount) < 0n;
  const row = traced || claim.lines.some(isReturn) ? TRACED_ROW : ROW;
  const columns: TableColumn<Line>[] = [
    {
      id: "time",
      head: t("common.time"),
      width: "150px",
      cell: (line) => formatDateTime(line.bookedAt, language),
      sort: (line) => line.bookedAt,
    },
    {
      id: "amount",
      head: t("common.amount"),
      width: row === TRACED_ROW ? "148px" : "116px",
      align: "right",
      cell: (line) => (
        <span className={classes.part}>
          <Money amount={line.amount} currency={line.currency} exact />
          {isReturn(line) && <span className={classes.partSub}>{t("cases.claim.returned")}</span>}
          {traced && !isReturn(line) && line.amount !== line.whole && (
            <span className={classes.partSub}>
              {t("cases.claim.wholeTransfer", {
                amount: formatMoney(line.whole, line.currency, language, true),
              })}
            </span>
          )}
        </span>
      ),
      sort: (line) => BigInt(line.amount),
    },
    {
      id: "source",
      head: t("cases.claim.sourceRow"),
      width: "minmax(110px, 1fr)",
      cell: (line) => {
        const source = line.sourceName ?? line.sourceId.slice(0, 12);
        const whole = t("common.sourceRow", { source, row: line.row });
        // The row first: where the column is narrow the folder is what can go.
        const words = t("common.rowSource", {
          source: source.split(/[\\/]/).at(-1),
          row: line.row,
        });
        if (line.present)
          return <span title={[whole, line.purpose].filter(Boolean).join(" · ")}>{words}</span>;
        return (
          <span className={classes.gone} title={t("cases.claim.gone")}>
            <IconAlertTriangle size={14} aria-label={t("cases.claim.gone")} /> {words}
          </span>
        );
      },
    },
  ];
  const total = sumAmounts(claim.lines.map((line) => line.amount)).toString();
  return (
    <>
      <h3 className={classes.linesHead}>
        {t("cases.claim.lines")} · {t("common.zone", { zone: ZONE_LABEL })}
      </h3>
      <DataTable
        label={t("cases.claim.lines")}
        columns={columns}
        rows={claim.lines}
        rowKey={(line) => line.transferId}
        rowHeight={row}
        minWidth={376}
        maxHeight={420}
        footer={
          <>
            <span>{t("cases.claim.sum")}</span>
            <span className={classes.sum}>
              <Money amount={total} currency={claim.currency} exact />
            </span>
          </>
        }
      />
    </>
  );
}
