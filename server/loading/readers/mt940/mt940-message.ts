import { hasValidIbanChecksum } from "../../../identity/iban.ts";
import { DAY } from "../../../time/instant.ts";
import { createIdentifiers } from "../../cells/identifiers.ts";
import type { LoadItem, StatementItem } from "../../record/load-item.ts";
import { badAmount, refusedItem } from "../statement-items.ts";
import { END_OF_MESSAGE, type Field } from "./fields.ts";
import { type OwnAccount, transferItem } from "./mt940-transfer.ts";
import { type Balance, balanceOf } from "./mt940-values.ts";

/** A statement whose closing balance is still to come, or which may go on on the next page. */
interface Pages {
  readonly account: OwnAccount;
  readonly opening: Balance;
  readonly at: number;
  readonly raw: string;
  closing: Balance | null;
}

/**
 * Turns fields, in their order, into items. Pages of one statement (:60M: … :62M:) become one
 * statement.
 */
export function messageReader() {
  const identifiers = createIdentifiers(false);
  let account: OwnAccount | null = null;
  let currency: string | null = null;
  let line: Field | null = null;
  let details: string[] = [];
  let pages: Pages | null = null;

  const finishLine = (): LoadItem[] => {
    if (line === null) return [];
    const item = transferItem(line, details, { account, currency, identifiers });
    line = null;
    details = [];
    return [item];
  };

  const finishPages = (): LoadItem[] => {
    if (pages === null) return [];
    const item = statementItem(pages);
    pages = null;
    return [item];
  };

  const open = (field: Field, balance: Balance): LoadItem[] => {
    const held = pages;
    const goesOn =
      field.tag === "60M" &&
      held?.closing !== null &&
      held?.closing?.amount === balance.amount &&
      held.account.number === account?.number &&
      held.opening.currency === balance.currency;
    currency = balance.currency;
    if (goesOn) return [];
    const done = finishPages();
    const owner = account ?? { number: null, bank: null };
    pages = { account: owner, opening: balance, at: field.at, raw: rawOf(field), closing: null };
    return done;
  };

  const takeBalance = (field: Field): LoadItem[] => {
    const before = finishLine();
    const text = field.lines.join("").trim();
    const balance = balanceOf(text, field.tag.startsWith("62") ? currency : null);
    if (balance === null) {
      const column = `:${field.tag}:`;
      return [
        ...before,
        refusedItem({ row: field.at }, rawOf(field), badAmount(column, text, "not-a-balance")),
      ];
    }
    if (field.tag.startsWith("60")) return [...before, ...open(field, balance)];
    if (pages !== null) pages.closing = balance;
    return field.tag === "62M" ? before : [...before, ...finishPages()];
  };

  return {
    take(field: Field): LoadItem[] {
      switch (field.tag) {
        case "20": {
          const done = finishLine();
          account = null;
          currency = null;
          return done;
        }
        case "25":
        case "25P":
          account = accountOf(field.lines[0] ?? "", identifiers.account);
          return [];
        case "34F":
          currency ??= /^[A-Z]{3}/.exec(field.lines[0]?.trim() ?? "")?.[0] ?? null;
          return [];
        case "60":
        case "60F":
        case "60M":
        case "62":
        case "62F":
        case "62M":
          return takeBalance(field);
        case "61": {
          const done = finishLine();
          line = field;
          return done;
        }
        case "86":
        case "NS":
          if (line !== null) details.push(...field.lines);
          return [];
        case END_OF_MESSAGE:
          return finishLine();
        default:
          return [];
      }
    },
    end: (): LoadItem[] => [...finishLine(), ...finishPages()],
  };
}

/** ":25:" is an account, "bank/account", or an IBAN with its currency behind it. */
function accountOf(
  text: string,
  facts: (text: string) => { number: string | null; bank: string | null },
): OwnAccount {
  const slash = text.lastIndexOf("/");
  const written = text.slice(slash + 1).trim();
  const bank = slash < 0 ? null : text.slice(0, slash).trim() || null;
  const withCurrency = /^([A-Z]{2}\d{2}[A-Z0-9]{8,30})\s?[A-Z]{3}$/.exec(written)?.[1];
  const known = facts(withCurrency && hasValidIbanChecksum(withCurrency) ? withCurrency : written);
  return { number: known.number, bank: known.bank ?? bank };
}

function statementItem(pages: Pages): LoadItem {
  const { account, opening, closing, at, raw } = pages;
  const position = { row: at };
  if (account.number === null) return { kind: "skipped", position, raw, reason: "note" };
  const to = closing?.day ?? null;
  const item: StatementItem = {
    kind: "statement",
    position,
    raw,
    account: account.number,
    bank: account.bank,
    currency: opening.currency,
    from: opening.day,
    to: to === null ? null : to + DAY - 1,
    opening: opening.amount,
    closing: closing?.amount ?? null,
    totalIn: null,
    totalOut: null,
  };
  return item;
}

export function rawOf(field: Field): string {
  return `:${field.tag}:${field.lines.join("\n")}`;
}
