import { foldName } from "../../identity/names.ts";
import type { Assigned } from "./assign-columns.ts";
import { AMOUNTS } from "./column-meanings.ts";
import type { ColumnLook } from "./column-values.ts";

/**
 * How sure a meaning is that only the values speak for; who pays and who receives is a guess
 * between two columns.
 */
const BY_VALUE = 0.5;
const WHO_PAYS = 0.4;
const MOST = 0.8;
/** Headings, folded, of money that was not moved. */
const NO_AMOUNT =
  /(?:^| )(?:лимит|остат|баланс|сальдо|курс|налог|ндс|ставк|процент|задолжен|limit|balance|rate|tax|vat|калдык|салык)/u;

/**
 * Fills in, for a table of transfers, what the headings did not tell, from what the values look
 * like.
 */
export function guessFromValues(
  assigned: readonly Assigned[],
  looks: readonly ColumnLook[],
  header: { readonly names: readonly string[] } | null,
): Assigned[] {
  const hasHeader = header !== null;
  const names = header?.names ?? [];
  const columns = [...assigned];
  const has = (...meanings: string[]) =>
    columns.some(({ meaning }) => meaning !== null && meanings.includes(meaning));
  const free = (test: (look: ColumnLook) => number) =>
    looks.flatMap((look, column) =>
      columns[column]?.meaning === null && look.filled > 0 && test(look) >= MOST ? [column] : [],
    );
  const give = (column: number | undefined, meaning: string, quality: number) => {
    if (column !== undefined) columns[column] = { meaning, quality };
  };

  if (!has("booked_at"))
    give(
      free((look) => look.date)[0] ?? (hasHeader ? free((look) => look.serial)[0] : undefined),
      "booked_at",
      BY_VALUE,
    );
  if (!has("direction", "amount_out", "amount_in", "from_account", "to_account"))
    give(free((look) => (look.distinct < 10 ? look.direction : 0))[0], "direction", BY_VALUE);
  if (!has("currency"))
    give(free((look) => (look.distinct < 10 ? look.currency : 0))[0], "currency", BY_VALUE);
  if (!has("from_account", "to_account", "own_account", "other_account")) {
    const [first, second] = free((look) =>
      Math.max(look.iban, look.iin > 0.5 || look.date > 0.5 ? 0 : look.account * look.iban),
    );
    give(first, second === undefined ? "other_account" : "from_account", WHO_PAYS);
    give(second, "to_account", WHO_PAYS);
    const [payer, payee] = hasHeader ? [] : free((look) => look.iin);
    give(payer, second === undefined ? "other_iin" : "from_iin", WHO_PAYS);
    if (second !== undefined) give(payee, "to_iin", WHO_PAYS);
  }
  if (!has(...AMOUNTS)) {
    const isAmount = (look: ColumnLook) =>
      look.iin > 0.5 || look.date > 0.5 || look.phone > 0.5 ? 0 : look.amount;
    const candidates = free(isAmount).sort(
      (left, right) => (looks[right]?.decimals ?? 0) - (looks[left]?.decimals ?? 0) || left - right,
    );
    // Of several columns of money, or of one that is called something else, a person says what it is.
    const [first, second] = candidates;
    const decimals = (column: number | undefined) => looks[column ?? -1]?.decimals ?? 0;
    const either = hasHeader && second !== undefined && decimals(first) === decimals(second);
    const isOther =
      first !== undefined && hasHeader && NO_AMOUNT.test(foldName(names[first] ?? ""));
    if (!either && !isOther) give(first, "amount", BY_VALUE);
  }
  return columns;
}
