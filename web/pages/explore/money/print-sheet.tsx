import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import type { TransferRow } from "../../../../contract/exploring.ts";
import { formatAccount } from "../../../../contract/format/accounts.ts";
import { formatMoment } from "../../../../contract/format/dates.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import { paperPalette } from "../../../graph/palette.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { exitKey, exitKindOf } from "../../../ui/exits.ts";
import { Money, Sums } from "../../../ui/money.tsx";
import { usePrinting } from "../../../ui/use-printing.ts";
import type { View } from "../stage/use-view.ts";
import { Drawing } from "./drawing.tsx";
import { pictureDrawing } from "./export-picture.ts";
import classes from "./print-sheet.module.css";
import type { TableContent } from "./table-content.ts";
import type { usePictureInput } from "./use-picture-input.ts";
import type { usePictureWords } from "./use-picture-words.ts";

/** Rows on paper; a thousand are some thirty sheets. */
const MOST_ROWS = 1_000;

/**
 * Explore on paper, in place of the page: the picture with legend, filters, source line and date,
 * then the transfers of the table.
 */
export function PrintSheet({
  inputOf,
  words,
  view,
  content,
  settled,
}: {
  inputOf: ReturnType<typeof usePictureInput>;
  words: ReturnType<typeof usePictureWords>;
  view: View;
  content: TableContent;
  /** The page shows the address as it is now. */
  settled: boolean;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const printing = usePrinting();
  if (!printing) return null;
  const ready = settled && !content.loading && !content.error;
  const input = ready ? inputOf(paperPalette()) : null;
  const rows = content.rows.slice(0, MOST_ROWS);
  const sheet = (
    <main className={classes.sheet} data-print-sheet data-testid="print-sheet">
      {!ready ? (
        <p>{t("common.loading")}</p>
      ) : (
        <>
          {input === null ? (
            <>
              <h1>{view.title}</h1>
              {[...words.lines, words.sourceLine].map((line) => (
                <p key={line}>{line}</p>
              ))}
            </>
          ) : (
            <Drawing drawing={pictureDrawing(input)} label={view.title} />
          )}
          <h2>
            {content.title}
            {" · "}
            {t("common.transfers", {
              count: content.total,
              formatted: formatNumber(content.total, language),
            })}
            {" · "}
            <Sums sums={content.sums} />
          </h2>
          {rows.length < content.total && (
            <p>{t("explore.print.cut", { formatted: formatNumber(rows.length, language) })}</p>
          )}
          <PrintedRows rows={rows} />
        </>
      )}
    </main>
  );
  return createPortal(sheet, document.body);
}

function PrintedRows({ rows }: { rows: readonly TransferRow[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const side = (account: string, name: string | null) => {
    const exit = exitKindOf(account);
    if (exit !== null) return t(`explore.exits.${exitKey(exit)}`);
    return (
      <>
        {name !== null && <div>{name}</div>}
        <span className="dg-nowrap">{formatAccount(account)}</span>
      </>
    );
  };
  return (
    <table>
      <thead>
        <tr>
          <th>{t("explore.table.time")}</th>
          <th className={classes.amount}>{t("common.amount")}</th>
          <th>{t("common.from")}</th>
          <th>{t("common.to")}</th>
          <th>{t("explore.table.purpose")}</th>
          <th>{t("common.source")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className="dg-nowrap">
              {formatMoment({ at: row.bookedAt, dayOnly: row.dayOnly ?? false }, language)}
            </td>
            <td className={classes.amount}>
              <Money amount={row.amount} currency={row.currency} />
            </td>
            <td>{side(row.from, row.fromName)}</td>
            <td>{side(row.to, row.toName)}</td>
            <td>{row.purpose}</td>
            <td>
              {t("common.sourceRow", { source: row.sourceName ?? row.sourceId, row: row.row })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
