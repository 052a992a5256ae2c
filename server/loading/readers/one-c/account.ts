import { parseWrittenAmount } from "../../../money/written.ts";
import { DAY } from "../../../time/instant.ts";
import { parseWrittenDate } from "../../../time/written.ts";
import { currencyCode } from "../../cells/currency.ts";
import type { LoadItem } from "../../record/load-item.ts";
import { ASSUMED_ZONE, badAmount, refusedItem } from "../statement-items.ts";
import { currencyOfAccount, type OneCContext } from "./document.ts";
import { ACCOUNT_KEYS, fieldOf } from "./keys.ts";
import type { SectionPart } from "./sections.ts";

/**
 * An account section as a statement. A balance that is no amount is refused beside it, not guessed.
 */
export function accountItem(section: SectionPart, context: OneCContext): LoadItem[] {
  const { fields, raw } = section;
  const position = { row: section.at.number };
  const account = context.identifiers.account(fieldOf(fields, ACCOUNT_KEYS.account));
  const { number } = account;
  if (number === null) return [{ kind: "skipped", position, raw, reason: "note" }];
  const currency =
    currencyCode(fieldOf(fields, ACCOUNT_KEYS.currency)) ??
    context.own.get(number) ??
    currencyOfAccount(number);
  const refused: LoadItem[] = [];
  const amount = (name: "opening" | "closing" | "totalIn" | "totalOut") => {
    const text = fieldOf(fields, ACCOUNT_KEYS[name]);
    if (text === "") return null;
    const parsed = parseWrittenAmount(text, currency, null);
    if (parsed.ok) return parsed.amount;
    refused.push(refusedItem(position, raw, badAmount(ACCOUNT_KEYS[name][0], text, parsed.reason)));
    return null;
  };
  const day = (keys: readonly string[]) =>
    parseWrittenDate(fieldOf(fields, keys), "day-first", ASSUMED_ZONE)?.instant ?? null;
  const to = day(ACCOUNT_KEYS.to);
  return [
    {
      kind: "statement",
      position,
      raw,
      account: number,
      bank: account.bank ?? context.bank,
      currency,
      from: day(ACCOUNT_KEYS.from),
      to: to === null ? null : to + DAY - 1,
      opening: amount("opening"),
      closing: amount("closing"),
      totalIn: amount("totalIn"),
      totalOut: amount("totalOut"),
    },
    ...refused,
  ];
}
