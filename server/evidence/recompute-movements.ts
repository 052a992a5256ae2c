import { z } from "zod";
import { traceMethod, traceStop } from "../../contract/tracing.ts";
import type { Basis } from "../tracing/basis/basis.ts";
import { replay } from "../tracing/basis/replay.ts";
import type { Tables } from "./recompute-claims.ts";
import { amountOf, type Row, type TraceTables } from "./recompute-trace.ts";
import { BETWEEN } from "./tables/movement-tables.ts";
import { differences, tablesOfTraces } from "./traced-again.ts";

/** The tables of data/2-calculation/movements, by name. */
export const MOVEMENT_TABLES = [
  "movements",
  "accounts",
  "balances",
  "days",
  "victims",
  "traces",
] as const;

export type MovementTables = Readonly<Record<(typeof MOVEMENT_TABLES)[number], readonly Row[]>>;

/** Every rule applied again to the movements of the package. */
export interface TracedAgain {
  readonly movements: number;
  readonly agrees: boolean;
}

/**
 * Applies the rule of the case, and all others, to the movements; compares every figure with the
 * stated ones. `traces` are the figures that the rules give, null where the tables cannot be read.
 */
export function checkMovements(
  own: MovementTables,
  tables: Pick<Tables, "transfers" | "reported" | "figures">,
  stated: readonly TraceTables[],
  faults: string[],
): { again: TracedAgain; traces: readonly TraceTables[] | null } {
  const before = faults.length;
  faults.push(...factFaults(own.movements, tables));
  const basis = readBasis(own, faults);
  const traces = basis === null ? null : tablesOfTraces(replay(basis));
  if (traces !== null) faults.push(...differences(stated, traces));
  return {
    again: { movements: own.movements.length, agrees: faults.length === before },
    traces,
  };
}

/**
 * A movement that is among the facts is as the bank gave it; a theft is one that a report names.
 */
function factFaults(
  movements: readonly Row[],
  { transfers, reported, figures }: Pick<Tables, "transfers" | "reported" | "figures">,
): string[] {
  const named = new Set([...reported].map((one) => one.slice(one.indexOf(" ") + 1)));
  const decided = new Set(
    figures.filter(({ claims }) => claims === "stated").map((row) => row.transfer_id),
  );
  return movements.flatMap((row) => {
    const id = row.transfer_id ?? "";
    const fact = transfers.get(id);
    const fault = (words: string) => [`Movement ${id}: ${words}.`];
    const whole = amountOf(row.amount, row.currency);
    if (row.of_this_case === "yes") {
      if (fact === undefined || !named.has(id)) return fault("no crime report names it");
      if (amountOf(row.stolen, row.currency) !== whole && !decided.has(id))
        return fault("another sum was stolen of it than was transferred");
    }
    if (fact === undefined) return [];
    const isSame =
      whole === amountOf(fact.amount, fact.currency) &&
      row.currency === fact.currency &&
      row.from_account === fact.from_account &&
      row.to_account === fact.to_account;
    // Where the bank gives the day alone, the facts have no more.
    const time = fact.booked_at ?? "";
    const isThen = time.length < 11 || Date.parse(time) === Date.parse(row.booked_at ?? "");
    return isSame && isThen ? [] : fault("it is otherwise among the facts");
  });
}

const optional = z.string().transform((text) => (text === "" ? null : text));
const time = z
  .string()
  .transform((text) => Date.parse(text))
  .pipe(z.number());
const list = z.string().transform((text) => (text === "" ? [] : text.split(BETWEEN)));
const yes = z.enum(["yes", "no"]).transform((word) => word === "yes");

const movement = z.object({
  transfer_id: z.string().min(1),
  booked_at: time,
  amount: z.string(),
  currency: z.string().min(1),
  from_account: z.string().min(1),
  to_account: z.string().min(1),
  stolen_from: optional,
  stolen: z.string(),
  of_this_case: z.enum(["yes", "no", ""]),
  reverses: optional,
  exchanged_for: optional,
});
const account = z.object({
  account: z.string().min(1),
  stop: z.union([traceStop, z.literal("")]),
  exit_kind: optional,
  followed_in: list,
  opening_balance_known_in: list,
});
const balance = z.object({
  ...{ account: z.string(), currency: z.string(), balance: z.string() },
  ...{ at: time, kind: z.enum(["opening", "closing"]) },
});
const span = z.object({ account: z.string(), currency: z.string(), from: time, until: time });
const victim = z.object({ victim: z.string(), account: z.string() });
const run = z.object({
  ...{ rule: traceMethod, currency: z.string(), converted_from: optional },
  unknown_balances_bound: yes,
});

/** The basis as the package has it; null, and a fault, where a table is none. */
function readBasis(own: MovementTables, faults: string[]): Basis | null {
  const read = <Of>(name: keyof MovementTables, schema: z.ZodType<Of>): Of[] =>
    own[name].flatMap((row, at) => {
      const found = schema.safeParse(row);
      if (found.success) return [found.data];
      faults.push(`Row ${at + 2} of movements/${name}.csv cannot be read.`);
      return [];
    });
  const before = faults.length;
  const money = (text: string, currency: string) => {
    const amount = amountOf(text, currency);
    if (amount === null) faults.push(`A sum of the movements cannot be read: ${text} ${currency}.`);
    return amount ?? 0n;
  };
  const accountsOf = new Map<string, string[]>();
  for (const row of read("victims", victim))
    accountsOf.set(row.victim, [...(accountsOf.get(row.victim) ?? []), row.account]);
  const places = new Map([...accountsOf.keys()].map((key, place) => [key, place]));
  const movements = read("movements", movement).map((row) => ({
    id: row.transfer_id,
    from: row.from_account,
    to: row.to_account,
    amount: money(row.amount, row.currency),
    currency: row.currency,
    bookedAt: row.booked_at,
    stolen:
      row.stolen_from === null
        ? null
        : {
            victim: places.get(row.stolen_from) ?? -1,
            amount: money(row.stolen, row.currency),
            requested: row.of_this_case === "yes",
          },
    reverses: row.reverses,
    exchangedFor: row.exchanged_for,
  }));
  if (new Set(movements.map(({ id }) => id)).size !== movements.length)
    faults.push("A movement is there twice.");
  if (movements.some(({ stolen }) => stolen?.victim === -1))
    faults.push("A movement was stolen from somebody who is in no table of victims.");
  const runs = read("traces", run);
  const [first] = runs;
  if (first === undefined) faults.push("No rule is stated for the movements.");
  const accounts = read("accounts", account);
  const balances = read("balances", balance);
  const days = read("days", span);
  if (first === undefined || faults.length > before) return null;
  return {
    method: first.rule,
    traces: runs.map((one) => ({
      currency: one.currency,
      convertedFrom: one.converted_from,
      isBound: one.unknown_balances_bound,
    })),
    movements,
    accounts: accounts.map((one) => ({
      account: one.account,
      stop: one.stop === "" ? null : one.stop,
      exitKind: one.exit_kind,
      followed: one.followed_in,
      openingKnown: one.opening_balance_known_in,
    })),
    balances: balances.map(({ balance: text, ...one }) => ({
      ...one,
      balance: money(text, one.currency),
    })),
    days,
    victims: [...accountsOf].map(([key, accounts]) => ({ key, accounts })),
  };
}
