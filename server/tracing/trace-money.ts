import type { z } from "zod";
import type { Trace, tracing } from "../../contract/tracing.ts";
import { UserError } from "../errors/user-error.ts";
import { normaliseAccountNumber } from "../identity/iban.ts";
import type { Database } from "../neo4j/database.ts";
import type { Basis } from "./basis/basis.ts";
import { basisOf } from "./basis/collect.ts";
import { cachedData } from "./data-cache.ts";
import { chosenStops, stopsOf } from "./stops.ts";
import { type Runs, traceAll } from "./trace.ts";
import { readCaseReports, readNames } from "./tracing.store.ts";
import { type NotTraced, resolveStolen } from "./victims.ts";

/** The subject of a trace and its options: the body of the contract's request. */
export type TraceRequest = z.output<typeof tracing.trace.body>;

export interface TraceResult {
  readonly traces: Trace[];
  readonly notTraced: NotTraced[];
  /** All that the traces rest on, with the real numbers; only where it was asked for. */
  readonly basis?: Basis;
}

/**
 * From a request to finished traces, one a currency: what the command, the API and the cases call.
 */
export async function traceMoney(
  database: Database,
  request: TraceRequest,
  options: Parameters<typeof cachedData>[1] & {
    readonly exact?: boolean;
    readonly basis?: boolean;
  } = {},
): Promise<TraceResult> {
  const { columns, facts, reports } = await cachedData(database, options);
  const ofCase =
    request.case === undefined ? [] : await readCaseReports(database.queries, request.case);
  if (ofCase === undefined) throw unknown("case", request.case as string);
  // As a person writes it, or as it is stored.
  const stored = (number: string) => {
    const normal = normaliseAccountNumber(number);
    return columns.accounts.indexOf(number) === undefined &&
      columns.accounts.indexOf(normal) !== undefined
      ? normal
      : number;
  };
  const subject = {
    ...request,
    reports: [...request.reports, ...ofCase],
    victims: request.victims.map(stored),
  };
  const resolved = resolveStolen(columns, reports, subject);
  const missing = resolved.unknown[0];
  if (missing !== undefined) throw unknown("report, victim or transfer", missing);
  if (!resolved.stolen.some((one) => one.requested)) throw nothingToFollow(resolved.notTraced);
  const indexes = (numbers: readonly string[]) =>
    numbers.map((number) => {
      const account = columns.accounts.indexOf(stored(number));
      if (account === undefined) throw unknown("account", number);
      return account;
    });
  const stops = chosenStops(
    stopsOf(columns, facts.marked),
    indexes(request.letGo),
    indexes(request.stopAt),
  );
  const runs: Runs[] = [];
  const traces = traceAll(columns, facts, resolved, {
    ...(options.basis && { watch: (one: Runs) => void runs.push(one) }),
    method: request.method,
    range: request.range,
    stops,
    exact: options.exact ?? false,
    ...(request.minimumAmount === undefined
      ? {}
      : { minimumAmount: BigInt(request.minimumAmount) }),
    ...(request.horizonDays === undefined ? {} : { horizonDays: request.horizonDays }),
  });
  return {
    traces: await named(database, traces),
    notTraced: [...resolved.notTraced],
    ...(options.basis && { basis: basisOf(columns, resolved, request.method, runs) }),
  };
}

async function named(database: Database, traces: Trace[]): Promise<Trace[]> {
  const numbers = [
    ...new Set(traces.flatMap((trace) => trace.accounts.map((account) => account.account))),
  ];
  const names = await readNames(database.queries, numbers);
  const nameOf = (account: string) => names.get(account) ?? null;
  return traces.map((trace) => ({
    ...trace,
    accounts: trace.accounts.map((one) => ({ ...one, holderName: nameOf(one.account) })),
    requests: trace.requests.map((one) => ({ ...one, holderName: nameOf(one.account) })),
    holders: trace.holders.map((one) => ({ ...one, name: nameOf(one.accounts[0] ?? "") })),
    victims: trace.victims.map((one) => ({
      ...one,
      name: one.name ?? victimName(trace, one.victim, nameOf),
    })),
  }));
}

function victimName(
  trace: Trace,
  victim: string,
  nameOf: (account: string) => string | null,
): string | null {
  const own = trace.accounts.find((one) => one.holderKey === victim || one.account === victim);
  return own === undefined ? null : nameOf(own.account);
}

function unknown(what: string, id: string): UserError {
  return new UserError({
    code: "nothing-to-trace",
    message: `There is no ${what} ${id} in the data.`,
    remedy: "Check how it is written, or load the file it is in first.",
    status: 404,
    params: { id },
  });
}

function nothingToFollow(reasons: readonly NotTraced[]): UserError {
  const [first] = reasons;
  const why: Readonly<Record<NotTraced["reason"], readonly [message: string, remedy: string]>> = {
    "not-loaded": [
      `the stolen transfer ${first?.transferId} is not loaded`,
      "Load the bank's answer it is in.",
    ],
    "no-transfer-named": [
      `report ${first?.report} names no transfer of the data`,
      "Name the stolen transfer itself, or load the bank's answer and say which transfer of it the report describes.",
    ],
    "own-account": [
      `transfer ${first?.transferId} went to an account of the victim's own`,
      "Trace what left that account; if it is another person's, load an account list with the right IIN.",
    ],
    "reported-twice": [
      `transfer ${first?.transferId} is traced under another report`,
      "Trace the other report that names it.",
    ],
  };
  const [message, remedy] =
    first === undefined
      ? [null, "Name a report, a transfer, a victim or a case."]
      : why[first.reason];
  return new UserError({
    code: first === undefined ? "nothing-asked" : `trace-${first.reason}`,
    message: `There is no stolen money to follow${message === null ? "" : `: ${message}`}.`,
    remedy,
    status: first === undefined ? 400 : 409,
  });
}
