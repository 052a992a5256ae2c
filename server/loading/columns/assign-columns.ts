import { compactAccountNumber } from "../../identity/iban.ts";
import type { FileKind } from "../record/input-file.ts";
import { isMeaning, meaningIn } from "./column-meanings.ts";
import { type ColumnLook, fitOf } from "./column-values.ts";
import type { Field, Role } from "./heading-dictionary.ts";
import type { Sense } from "./headings.ts";

export interface Assigned {
  readonly meaning: string | null;
  readonly quality: number;
}

interface Candidate extends Assigned {
  readonly meaning: string;
  readonly column: number;
}

/**
 * What is known beside the headings: the account the statement is of, where its heading or file
 * name gives it.
 */
export interface Surroundings {
  readonly ownAccount: string | null;
}

const LEAST_QUALITY = 0.45;

/** Columns that only a statement of one account has. */
const ONE_SIDED = new Set(["amount_out", "amount_in", "direction"]);

/**
 * Gives every column at most one meaning and every meaning at most one column, best evidence first:
 * the heading, then what the values look like.
 */
export function assignMeanings(
  kind: FileKind,
  senses: readonly (readonly Sense[])[],
  looks: readonly ColumnLook[],
  surroundings: Surroundings,
): Assigned[] {
  const possible = senses.map((list) =>
    list.filter(({ meaning }) => meaning === null || isOfKind(kind, meaning)),
  );
  const withRoles = kind === "transfers" ? giveRoles(possible, looks, surroundings) : possible;
  const candidates = withRoles.flatMap((list, column) => {
    const look = looks[column];
    if (look === undefined) return [];
    const known = list.some(({ exact }) => exact);
    return list.flatMap((sense) =>
      known && isBareRole(sense) && fieldByLook(look) === "name"
        ? []
        : meaningsOf(kind, sense, look).map(({ meaning, quality }) => ({
            column,
            meaning,
            quality: sense.quality * quality * weight(sense.exact, fitOf(meaning, look)),
          })),
    );
  });
  return choose(candidates, senses.length);
}

/**
 * Values that do not fit speak against a heading, less so where it is a known phrase to the letter.
 */
function weight(exact: boolean, fit: number): number {
  return exact ? 0.6 + 0.4 * fit : 0.3 + 0.7 * fit;
}

/** "Дебет" names a party only where its values are numbers of accounts or people. */
function isBareRole(sense: Sense): boolean {
  return sense.meaning === null && sense.field === null;
}

function choose(candidates: readonly Candidate[], columns: number): Assigned[] {
  const assigned: Assigned[] = Array.from({ length: columns }, () => ({
    meaning: null,
    quality: 0,
  }));
  const taken = new Set<string>();
  const ordered = [...candidates].sort(
    (left, right) => right.quality - left.quality || left.column - right.column,
  );
  for (const { column, meaning, quality } of ordered) {
    if (quality < LEAST_QUALITY || taken.has(meaning) || assigned[column]?.meaning) continue;
    taken.add(meaning);
    assigned[column] = { meaning, quality };
  }
  return assigned;
}

function isOfKind(kind: FileKind, meaning: string): boolean {
  return isMeaning(kind, meaningIn(kind, meaning));
}

/** The meanings a sense stands for in a kind of file. */
function meaningsOf(
  kind: FileKind,
  sense: Sense,
  look: ColumnLook,
): { meaning: string; quality: number }[] {
  const named = sense.meaning;
  if (named !== null) {
    const meaning = meaningIn(kind, named);
    // "Время входа" may hold a date with its time, or the clock beside a column of dates.
    const isClock = meaning === "at" && look.clock > 0.5 && look.date < 0.5;
    return [{ meaning: isClock ? "at_time" : meaning, quality: 1 }];
  }
  const field = sense.field ?? fieldByLook(look);
  if (kind === "transfers") {
    const meaning = `${sense.role}_${field}`;
    return sense.role !== null && isMeaning(kind, meaning) ? [{ meaning, quality: 1 }] : [];
  }
  if (kind === "reports") {
    const meaning = `${sense.role === "to" ? "recipient" : "victim"}_${field}`;
    const quality = sense.role === "victim" || sense.role === "to" ? 1 : sense.role ? 0 : 0.7;
    return quality > 0 && isMeaning(kind, meaning) ? [{ meaning, quality }] : [];
  }
  if (kind === "sessions") {
    const ofClient = sense.role === null || sense.role === "own";
    return ofClient && isMeaning(kind, field) ? [{ meaning: field, quality: 1 }] : [];
  }
  const meaning =
    field === "account" || field === "bank" || field === "phone" ? field : `holder_${field}`;
  const quality = sense.role === null || sense.role === "own" ? 1 : 0.6;
  return isMeaning(kind, meaning) ? [{ meaning, quality }] : [];
}

/** A heading that names only the party ("Отправитель") is settled by its values. */
function fieldByLook(look: ColumnLook): Field {
  if (look.iban > 0.5) return "account";
  if (look.iin > 0.5) return "iin";
  if (look.phone > 0.5) return "phone";
  return look.words < 0.2 && look.account > 0.5 ? "account" : "name";
}

/**
 * Fields without a party ("ИИН", "Банк", "Счет") belong to the party named to their left, where
 * headings go party by party. Two of the same kind without any party are payer and payee, in this
 * order. A statement's own account is what its heading says: a column of other numbers beside a
 * counterparty is the counterparty's. Without a heading a column is the statement's own if it says
 * the same in every row, or stands with the fields of the client.
 */
function giveRoles(
  senses: readonly (readonly Sense[])[],
  looks: readonly ColumnLook[],
  { ownAccount }: Surroundings,
): (readonly Sense[])[] {
  const best = senses.map((list) => list[0] ?? null);
  const bare = best.map(
    (sense) =>
      sense !== null && sense.meaning === null && sense.role === null && sense.field !== null,
  );
  const has = (role: Role, field: Field | null) =>
    best.some((sense) => sense?.role === role && sense.field === field);

  const times = (field: Field | null) =>
    best.filter((sense, index) => bare[index] && sense?.field === field).length;
  const oneSided = best.some((sense) => ONE_SIDED.has(sense?.meaning ?? ""));
  const constants = senses.map((_, column) => bare[column] && looks[column]?.distinct === 1);
  const headingFits = (column: number) =>
    ownAccount !== null && looks[column]?.only === compactAccountNumber(ownAccount);
  let left: Role | null = null;
  const seen = new Map<Field, number>();
  return senses.map((list, column) => {
    const sense = best[column];
    left = sense?.role ?? roleIn(sense?.meaning) ?? left;
    if (!sense || !bare[column] || sense.field === null) return list;
    const { field } = sense;
    const order = (seen.get(field) ?? 0) + 1;
    seen.set(field, order);
    const withRole = (role: Role, quality: number) => [
      { ...sense, role, quality: sense.quality * quality },
      ...list.slice(1),
    ];
    const byParty = left === "from" || left === "to";
    if (oneSided && !byParty && field === "account" && times(field) === 2) {
      const other = best.findIndex(
        (sense, index) => index !== column && bare[index] && sense?.field === field,
      );
      const own = constants[column] === constants[other] ? order === 1 : constants[column];
      return withRole(own ? "own" : "other", 0.85);
    }
    if (field === "account" && times(field) === 1 && headingFits(column))
      return withRole("own", 0.9);
    if (beforeTheClient(best, bare, column)) return withRole("own", 0.9);
    const bothByName = has("from", null) && has("to", null);
    const alone = times(field) === 1 && !has("from", field) && !has("to", field);
    // One number beside the names of payer and payee is of whoever is not the client.
    if (bothByName && alone && left === "to" && ownAccount !== null) return withRole("other", 0.85);
    if (left !== null && !has(left, field) && (times(field) > 1 || field !== "account"))
      return withRole(left, 0.85);
    if (left === "other" && !has("other", field)) return withRole("other", 0.85);
    if (times(field) === 2) {
      if (oneSided && field !== "account") return withRole("other", 0.75);
      return withRole(order === 1 ? "from" : "to", 0.6);
    }
    if (left === "from" && has("from", field) && !has("to", field)) return withRole("to", 0.6);
    const look = looks[column];
    const constant = look !== undefined && look.filled > 2 && look.distinct === 1;
    if (field === "account" && ownAccount !== null && !has("other", field))
      return withRole("other", 0.75);
    if (constant || has("other", field) || (has("other", null) && field === "account"))
      return withRole("own", 0.9);
    return withRole(
      ownAccount !== null || has("own", field) ? "other" : field === "account" ? "own" : "other",
      0.75,
    );
  });
}

/** "From Bank" is known as a whole, and yet says whose fields come next. */
function roleIn(meaning: string | null | undefined): Role | null {
  const role = /^(from|to|own|other)_/.exec(meaning ?? "")?.[1];
  return role === undefined ? null : (role as Role);
}

/** "ИИН | Номер счета | Держатель карты": fields in a row that ends with the client's own. */
function beforeTheClient(
  best: readonly (Sense | null)[],
  bare: readonly boolean[],
  column: number,
): boolean {
  for (let next = column + 1; next < best.length; next += 1) {
    if (best[next]?.role === "own") return true;
    if (!bare[next]) return false;
  }
  return false;
}
