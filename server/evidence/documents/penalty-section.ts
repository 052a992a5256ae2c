import type { Content, TableCell } from "pdfmake/interfaces.js";
import type { DocumentLanguage } from "../../../contract/document-language.ts";
import type { StoredClaim } from "../../claims/claim.ts";
import { type CaseFacts, stateOf } from "../case-facts.ts";
import type { Texts } from "../texts/document-texts.ts";
import { writtenDay } from "../words/dates.ts";
import { moneyAmount } from "../words/money.ts";
import { ratePerCent } from "../words/per-cent.ts";

/** The penalty that a claim asks for beside its sum, with its working. */
export function penaltySection(
  facts: Pick<CaseFacts, "states">,
  claim: StoredClaim,
  texts: Texts,
  language: DocumentLanguage,
): Content[] {
  const penalty = stateOf(facts, claim)?.penalty;
  if (penalty == null) return [];
  const words = texts.calculation.penalty;
  const money = (amount: bigint) => moneyAmount(amount, claim.currency, language);
  const { from, until, days, principal, rate, sum } = words.columns;
  const head = [from, until, days, principal, rate, sum].map(
    (text, at): TableCell => ({ ...cell(text, at), bold: true }),
  );
  const rows = penalty.spans.map((span) =>
    [
      writtenDay(span.from),
      writtenDay(span.until),
      String(span.days),
      money(span.principal),
      ratePerCent(span.rate, language),
      money(span.penalty),
    ].map(cell),
  );
  const { amount: left, paid } = penalty;
  const totals: [string, bigint][] = [[words.total, left + paid]];
  if (paid > 0n) totals.push([words.paid, paid], [words.left, left]);
  return [
    { text: words.title, bold: true, fontSize: 11, margin: [0, 14, 0, 4], headlineLevel: 2 },
    {
      table: {
        headerRows: 1,
        widths: ["auto", "auto", "auto", "*", "auto", "*"],
        body: [head, ...rows],
      },
      layout: "lightHorizontalLines",
    },
    ...totals.map(([name, sum], at) => ({
      text: `${name}: ${money(sum)}`,
      bold: true,
      margin: [0, at === 0 ? 4 : 0, 0, 0] as [number, number, number, number],
    })),
    { text: words.rule, fontSize: 8, margin: [0, 2, 0, 0] },
  ];
}

function cell(text: string, at: number) {
  return {
    text,
    fontSize: 8,
    noWrap: true,
    ...(at > 1 ? { alignment: "right" as const } : {}),
  };
}
