import type { Table } from "../../contract/csv.ts";
import type { Trace } from "../../contract/tracing.ts";
import type { Basis } from "../tracing/basis/basis.ts";
import { type Named, othersLast, underPseudonyms } from "../tracing/basis/pseudonyms.ts";
import { replay } from "../tracing/basis/replay.ts";
import type { Row, TraceTables } from "./recompute-trace.ts";
import {
  currencyOfTrace,
  stepsTable,
  traceAccountsTable,
  traceName,
  victimsTable,
} from "./tables/trace-tables.ts";

/** The tables that a package would state of these traces, as rows. */
export function tablesOfTraces(traces: readonly Trace[]): TraceTables[] {
  return traces.map((trace) => ({
    name: traceName(trace),
    steps: rowsOf(stepsTable(trace)),
    accounts: rowsOf(traceAccountsTable(trace)),
    victims: rowsOf(victimsTable(trace)),
  }));
}

/**
 * Only who the money reached by the stated rule: whom another rule would name has no place in the
 * package.
 */
export function reachedByRule(trace: Trace): Trace {
  const reached = (one: { readonly received: string; readonly generation: number }) =>
    one.generation === 0 || BigInt(one.received) > 0n;
  return {
    ...trace,
    accounts: trace.accounts.filter(reached),
    holders: trace.holders.filter(reached),
  };
}

/**
 * The basis of a package: everybody whom the package does not name stands under a pseudonym. It is
 * only taken where every rule applied to it gives what the package states; null = it does not.
 */
export function packageBasis(traces: readonly Trace[], found: Basis, named: Named): Basis | null {
  const stated = tablesOfTraces(traces);
  for (const ordered of [othersLast(found, named), found]) {
    const basis = underPseudonyms(ordered, named);
    if (differences(stated, tablesOfTraces(replay(basis))).length === 0) return basis;
  }
  return null;
}

const STEP = ["rule", "step", "booked_at", "from_account", "to_account", "transfer_amount", "part"];
/** A column that packages made before it was part of them do not have. */
const NEWER = "exchanged";
const ACCOUNT = [
  ...["rule", "step", "received", "passed_on", "held", "exited", "beyond_data"],
  ...["received_minimum", "received_maximum", "received_certain", "opening_balance_known"],
  ...["stop", "exit_kind", "first_received_at", "last_left_at"],
];
const VICTIM = ["rule", "stolen", "held", "exited", "beyond_data", "returned_by_rule"];

/** Every figure that is stated otherwise than the rules give it, one sentence each. */
export function differences(
  stated: readonly TraceTables[],
  again: readonly TraceTables[],
): string[] {
  // A package from before exchanged money had a name of its own: its files say the currency only.
  const nameIn = ({ name }: TraceTables) =>
    stated.some((one) => one.name === name) ? name : currencyOfTrace(name);
  const renamed = again.map((one) => ({ ...one, name: nameIn(one) }));
  const names = new Set([...stated, ...renamed].map(({ name }) => name));
  return [...names].flatMap((trace) => {
    const rows = (of: readonly TraceTables[], table: "steps" | "accounts" | "victims") =>
      of.filter((one) => one.name === trace).flatMap((one) => one[table]);
    const compare = (
      table: "steps" | "accounts" | "victims",
      nameOf: (row: Row) => string,
      columns: readonly string[],
      mayBeLeftOut: (row: Row) => boolean = () => false,
    ) => {
      const given = new Map(rows(renamed, table).map((row) => [nameOf(row), row]));
      const found = rows(stated, table).flatMap((row) => {
        const other = given.get(nameOf(row));
        given.delete(nameOf(row));
        if (other === undefined)
          return [`Trace ${trace}, ${nameOf(row)}: the rule does not give it.`];
        return columns
          .filter((name) => name !== NEWER || row[name] !== undefined)
          .filter((name) => row[name] !== other[name] && dotted(row[name]) !== other[name])
          .map(
            (name) =>
              `Trace ${trace}, ${nameOf(row)}: ${name} is ${row[name]}, ` +
              `the rule gives ${other[name]}.`,
          );
      });
      const missing = [...given.values()].filter((row) => !mayBeLeftOut(row));
      return [
        ...found,
        ...missing.map((row) => `Trace ${trace}, ${nameOf(row)}: the rule gives it as well.`),
      ];
    };
    return [
      ...compare("steps", (row) => `transfer ${row.transfer_id} of victim ${row.victim}`, [
        ...STEP,
        NEWER,
      ]),
      // Whom only another rule reaches has no place in a package.
      ...compare(
        "accounts",
        (row) => `account ${row.account}`,
        ACCOUNT,
        ({ received }) => /^0(\.0+)?$/.test(received ?? ""),
      ),
      ...compare("victims", (row) => `victim ${row.victim}`, VICTIM),
    ];
  });
}

/** As a table for a program writes it. */
function dotted(text: string | undefined): string | undefined {
  return text?.replace(",", ".");
}

function rowsOf({ columns, rows }: Table): Row[] {
  return rows.map((cells) =>
    Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? ""])),
  );
}
