import { forteCard, forteCurrent } from "./forte.ts";
import { freedomDeposit } from "./freedom-deposit.ts";
import { kaspiDeposit, kaspiGold } from "./kaspi.ts";
import {
  type Language,
  OPENING,
  type PrintedForm,
  type PrintedOperation,
  sum,
} from "./operations.ts";
import { alatau, bcc, eurasian, freedomCard, halyk, homeCredit } from "./other-banks.ts";

export const PRINTED_FORMS: readonly PrintedForm[] = [
  kaspiGold,
  kaspiDeposit,
  forteCard,
  forteCurrent,
  halyk,
  freedomCard,
  freedomDeposit,
  homeCredit,
  eurasian,
  alatau,
  bcc,
];

/** The paper as a page to be printed; `footBelow`: the foot once, where nothing prints it on every page. */
export function statementPage(
  form: PrintedForm,
  rows: readonly PrintedOperation[],
  language: Language,
  footBelow = false,
): string {
  const heads = form.columns
    .map(
      ({ head, width, align }) => `<th width="${width}%" align="${align}">${head[language]}</th>`,
    )
    .join("");
  let balance = OPENING + sum(rows);
  const body = rows
    .map((row) => {
      const cells = form.columns
        .map(({ width, align, text }) => {
          return `<td width="${width}%" align="${align}">${text(row, language, balance)}</td>`;
        })
        .join("");
      balance -= row.amount;
      return `<tr>${cells}</tr>`;
    })
    .join("");
  const align = form.middle === true ? "middle" : "top";
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${form.name}</title><style>
@page { size: A4 ${form.landscape === true ? "landscape" : "portrait"}; margin: 14mm 14mm 20mm; }
body { font: 8pt "Noto Sans", "DejaVu Sans", sans-serif; }
h1 { font-size: 14pt; } h2 { font-size: 10pt; font-weight: normal; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
table.facts { width: 70%; } td.right { text-align: right; }
td, th { vertical-align: ${align}; padding: 2pt 3pt; font-weight: normal; }
tr { break-inside: avoid; }
</style></head><body>${form.above(rows, language)}<p></p>
<table><thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table>${footBelow ? `<p></p><p>${form.foot(language)}</p>` : ""}</body></html>`;
}
