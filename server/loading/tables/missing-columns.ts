import { UserError } from "../../errors/user-error.ts";
import { foldName } from "../../identity/names.ts";
import { AMOUNTS } from "../columns/column-meanings.ts";
import type { Layout } from "../columns/propose-layout.ts";
import type { RawRow, RecognisedColumn } from "../record/input-file.ts";
import type { StatementHeading } from "./statement-heading.ts";
import type { TablePlan } from "./table-plan.ts";

const LEAST_QUALITY = 0.45;

/** What stands around a table: the lines above it, and its first rows. */
interface Above {
  readonly lines: readonly string[];
  readonly heading: StatementHeading;
  readonly rows: readonly RawRow[];
  /** A person said what the columns mean. */
  readonly mapped: boolean;
}

/** What rows of this kind cannot do without and the table does not surely have. */
export function missingOf(layout: Layout, plan: TablePlan, above: Above): string | null {
  const { kind, columns } = layout;
  const sure = (...meanings: string[]) =>
    columns.some(
      ({ meaning, quality }) =>
        meaning !== null && meanings.includes(meaning) && quality >= LEAST_QUALITY,
    );
  if (kind === "labels")
    return sure("account") && sure("label") ? null : "No columns give account and label.";
  if (kind === "statements") {
    return ["account", "from", "to"].every((meaning) => sure(meaning))
      ? null
      : "No columns give account, from and to.";
  }
  if (kind === "sessions") {
    if (!sure("at")) return "No column gives the time.";
    return sure("account", "iin") || plan.own !== null
      ? null
      : "No column gives the account or the IIN.";
  }
  if (kind === "reports")
    return sure("report_id") ? null : "No column gives the number of the report.";
  if (kind === "accounts") return sure("account") ? null : "No column gives the account number.";
  if (!sure("booked_at")) return "No column gives the date of the operation.";
  const booked = plan.names[plan.column("booked_at")] ?? "";
  if (OTHER_DAY.test(booked)) return `"${booked}" is not the date of an operation.`;
  if (!sure(...AMOUNTS)) return "No column gives the amount.";
  const unitAbove = above.lines.find((line) => OTHER_UNIT_ABOVE.test(line));
  if (unitAbove !== undefined)
    return `"${unitAbove.trim()}" above the table says that its amounts are not in whole ${plan.currency}: give the amounts in the currency itself.`;
  const unit = plan.names.find(
    (name, index) =>
      /^(?:amount|account_amount|fee)/.test(columns[index]?.meaning ?? "") && OTHER_UNIT.test(name),
  );
  if (unit !== undefined)
    return `"${unit}" is not in whole ${plan.currency}: give the amounts in the currency itself.`;
  const apart = [...plan.names, ...(above.rows[0]?.cells ?? [])].find((text) =>
    MINOR_UNIT.test(text.trim()),
  );
  if (apart !== undefined)
    return `"${apart.trim()}" is a column of its own: give each amount in one column.`;
  const twice = above.mapped ? null : sameHeading(layout, plan, above.rows);
  if (twice !== null)
    return `Two columns are called "${twice}" and hold different amounts: say which of them is the amount.`;
  const unsaid = currencyUnsure(plan, above.heading);
  if (unsaid !== null) return unsaid;
  const unsure = columns.findIndex(
    ({ meaning, quality }) =>
      meaning !== null && /^(from|to|other)_/.test(meaning) && quality < LEAST_QUALITY,
  );
  if (unsure !== -1)
    return `Nothing says who pays and who receives: "${plan.names[unsure]}" is only a guess.`;
  if (plan.ownByPerson && plan.direction === null && !plan.ownName && !plan.ownIin)
    return "Nothing says which of payer and payee is the owner of the account.";
  if (plan.twoSided) return null;
  if (plan.own === null && plan.column("own_account") === -1)
    return "Nothing says whose account this is a statement of.";
  return plan.direction === null
    ? "Nothing says whether money left the account or came to it."
    : null;
}

/**
 * "Сумма, тыс. тенге", "(в тиынах)": taken as they stand the amounts would be wrong by powers of
 * ten.
 */
const OTHER_UNIT =
  /(?:^|[\s(,])(?:в тиын|тиынмен|in tiyn|тыс\.?(?:\s|$)|тысяч|мың|млн|миллион|thousands?|millions?)/iu;

/**
 * The same words in a line above the table: with a currency after them, or said of its amounts.
 * "Лимит 5 млн тенге" is an amount, "Тысяча мелочей" a shop.
 */
const OTHER_UNIT_ABOVE = new RegExp(
  [
    String.raw`(?<![\p{L}\d]|\d\s*)(?:тыс\.?|тысяч(?:а|и|ах)?|мың|млн\.?|миллион(?:ов|ах)?|thousands?(?: of)?|millions?(?: of)?)\s*(?:каз\p{L}*\.?\s+)?(?:тенге|теңге|тг|тнг|₸|долл|рубл|евро|tenge|dollars|[A-Z]{3}(?!\p{L}))`,
    String.raw`(?<!\p{L})(?:в|in)\s+(?:тыс\.?|тысячах|млн\.?|миллионах|тиын(?:ах)?|thousands|millions|tiyn)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:мыңмен|миллионмен|тиынмен|мың теңгемен)(?!\p{L})`,
    String.raw`(?:единиц\p{L}*|ед\.?)\s*изм\p{L}*\.?[\s:–-]*(?:тыс|млн|тиын)`,
  ].join("|"),
  "iu",
);

/** Days of a person, a contract or a card, in a table that has no day of operations. */
const OTHER_DAY =
  /рожд|туған|birth|договор|контракт|келісім|contract|срок действ|жарамды|expir|valid (?:un)?til/iu;

/** Share of values that makes a column one of money. */
const MOSTLY = 0.8;

/** "тенге | тиын": the second of two columns that together are one amount. */
const MINOR_UNIT = /^\(?(?:в\s+)?(?:тиын\p{L}*|коп(?:\.|е\p{L}+)|tiyns?|cents?)\)?$/iu;

/** The heading of the amount where another column of money bears it too; null where none does. */
function sameHeading({ looks }: Layout, plan: TablePlan, rows: readonly RawRow[]): string | null {
  for (const meaning of AMOUNTS) {
    const at = plan.column(meaning);
    const name = bareName(plan.names[at] ?? "");
    const other = plan.names.findIndex(
      (heading, column) => column !== at && name !== "" && bareName(heading) === name,
    );
    const look = looks[other];
    if (look === undefined || look.amount < MOSTLY || look.filled < (looks[at]?.filled ?? 0))
      continue;
    if (rows.some(({ cells }) => (cells[at] ?? "").trim() !== (cells[other] ?? "").trim()))
      return plan.names[at] ?? "";
  }
  return null;
}

/** The second "Сумма" of a heading is called "Сумма (2)" (columns/header-row.ts). */
function bareName(heading: string): string {
  return foldName(heading.replace(/ \(\d+\)$/, ""));
}

/** Tenge is never assumed where what stands above names another currency. */
function currencyUnsure(plan: TablePlan, { currency }: StatementHeading): string | null {
  if (plan.canonical || plan.column("currency") !== -1) return null;
  const { tableCurrency, foreignNamed } = plan;
  if (currency !== null && tableCurrency !== null && currency !== tableCurrency)
    return `The lines above the table say ${currency}, its headings or its sheet say ${tableCurrency}.`;
  const own = plan.column("account_currency") !== -1;
  return own || plan.currencyStated || foreignNamed === null
    ? null
    : `A line above the table names a currency that is not tenge ("${foreignNamed}"), and nothing says that it is the account's: write the currency of the account above the table.`;
}

/** Refuses a table whole: what is missing, and what became of each of its headings. */
export function notReady(
  file: string,
  missing: string,
  columns: readonly RecognisedColumn[],
): UserError {
  return new UserError({
    code: "mapping-incomplete",
    message: `${file}: ${missing}${headingsOf(columns)}`,
    remedy: "Say what the columns mean on the Load page, or give a mapping with --mapping.",
    params: { file },
  });
}

function headingsOf(columns: readonly RecognisedColumn[]): string {
  const named = columns.filter(({ name }) => name.trim() !== "");
  const understood = named.filter(({ meaning }) => meaning !== null);
  const others = named.filter(({ meaning }) => meaning === null);
  const known = understood.map(({ name, meaning }) => `${quoted(name)} as ${meaning}`);
  return (
    (known.length > 0 ? ` Understood: ${known.join(", ")}.` : " No heading was understood.") +
    (others.length > 0
      ? ` Not understood: ${others.map(({ name }) => quoted(name)).join(", ")}.`
      : "")
  );
}

const SHOWN = 60;

function quoted(name: string): string {
  const line = name.replace(/\s+/g, " ").trim();
  return `"${line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line}"`;
}
