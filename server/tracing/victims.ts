import type { TransferColumns } from "../columns/columns.ts";
import { isAbout, isPartOf, type SumsSeen, statedFigure } from "./stated-figure.ts";

/** A crime report as loaded. */
export interface KnownReport {
  readonly id: string;
  readonly victimIin: string | null;
  readonly victimName: string | null;
  /** The victim's accounts as reported. */
  readonly accounts: readonly string[];
  readonly transferIds: readonly string[];
  /** The victim's own figures, in the order of `transferIds`: "amount currency"; "" = none. */
  readonly stated?: readonly string[];
  /** People's decisions that the victim's own figure is what was stolen, or that it is not. */
  readonly decisions?: readonly FigureDecided[];
}

/** A decision about the victim's own figure of a transfer, made in a case. */
export interface FigureDecided extends SumsSeen {
  readonly case: string;
  readonly transferId: string;
  /** The victim's figure is what was stolen of the transfer. */
  readonly isStated: boolean;
  /** UTC milliseconds. */
  readonly at: number;
}

/** The reports, transfers and victims whose money a trace follows. */
export interface TraceSubject {
  readonly reports: readonly string[];
  readonly transfers: readonly string[];
  /** Holder keys (IIN) or account numbers. */
  readonly victims: readonly string[];
  /** The case that is traced: of its reports only its own decisions about figures count. */
  readonly case?: string | undefined;
}

/** A transfer called stolen. */
export interface Stolen {
  readonly row: number;
  /** Minor units: the whole transfer, unless a person decided for the victim's smaller figure. */
  readonly amount: bigint;
  /** Holder key of the payer where known, else what the report says, else the account. */
  readonly victim: string;
  readonly name: string | null;
  readonly report: string | null;
  readonly requested: boolean;
}

export interface NotTraced {
  readonly report: string | null;
  readonly transferId: string | null;
  readonly reason: "not-loaded" | "no-transfer-named" | "own-account" | "reported-twice";
}

export interface Resolved {
  /** Every reported or requested transfer once, in row order. */
  readonly stolen: readonly Stolen[];
  /** By victim: his accounts. */
  readonly homes: ReadonlyMap<string, ReadonlySet<number>>;
  /** Of the subject of the trace. */
  readonly notTraced: readonly NotTraced[];
  /** Reports, victims and transfers of the subject that do not exist. */
  readonly unknown: readonly string[];
}

/** Finds the rows of all reports and of the subject, and whose money each was. */
export function resolveStolen(
  columns: TransferColumns,
  reports: readonly KnownReport[],
  subject: TraceSubject,
): Resolved {
  const stolen = new Map<number, Stolen>();
  const homes = new Map<string, Set<number>>();
  const notTraced: NotTraced[] = [];
  const known = new Set<string>();
  const payers = [...reports.flatMap((report) => report.transferIds), ...subject.transfers]
    .map((id) => columns.rowOfId(id))
    .filter((row) => row !== undefined)
    .map((row) => columns.from[row] as number);
  const holderAccounts = accountsOfHolders(
    columns,
    payers,
    new Set(reports.map((report) => report.victimIin)),
  );

  // Asked for by an account of his, a victim is asked for with all of them.
  const holderOf = (asked: string) => {
    const account = columns.accounts.indexOf(asked);
    return (account === undefined ? null : holderKey(columns, account)) ?? asked;
  };
  const subjectReports = new Set(subject.reports);
  const subjectVictims = new Set(subject.victims.flatMap((asked) => [asked, holderOf(asked)]));
  const deciding = (report: KnownReport | null) =>
    report !== null && subjectReports.has(report.id) ? subject.case : undefined;
  const take = (report: KnownReport | null, id: string, wanted: boolean) => {
    const refuse = (reason: NotTraced["reason"]) => {
      if (wanted) notTraced.push({ report: report?.id ?? null, transferId: id, reason });
    };
    const row = columns.rowOfId(id);
    if (row === undefined) return refuse("not-loaded");
    const payer = columns.from[row] as number;
    const byOther = report !== null && namesOther(columns, report, payer);
    const victim =
      holderKey(columns, payer) ??
      (byOther ? null : (report?.victimIin ?? reportedKey(columns, report))) ??
      numberOf(columns, payer);
    const home = homes.get(victim) ?? new Set(holderAccounts.get(victim));
    home.add(payer);
    homes.set(victim, home);
    if (home.has(columns.to[row] as number)) return refuse("own-account");
    const earlier = stolen.get(row);
    const amount = stolenPart(columns, row, id, report, deciding(report));
    if (earlier === undefined) {
      const name = byOther ? null : (report?.victimName ?? null);
      stolen.set(row, { row, amount, victim, name, report: report?.id ?? null, requested: wanted });
    } else if (earlier.report === null && report !== null) {
      // Requested by the transfer itself: the report that names it says whose it is.
      stolen.set(row, { ...earlier, amount, report: report.id, name: report.victimName });
    } else if (wanted && !earlier.requested) stolen.set(row, { ...earlier, requested: true });
    else if (wanted && report !== null && earlier.report !== report.id) refuse("reported-twice");
  };

  // The subject comes first: a transfer in two reports is shown under the requested one.
  const wants = (report: KnownReport) =>
    subjectReports.has(report.id) || namesVictim(columns, report, subjectVictims, known);
  const sorted = [...reports].sort((left, right) => (left.id < right.id ? -1 : 1));
  const wanted = new Map(sorted.map((report) => [report.id, wants(report)]));
  for (const yes of [true, false]) {
    for (const report of sorted) {
      if (wanted.get(report.id) !== yes) continue;
      known.add(report.id);
      if (yes && report.transferIds.length === 0) {
        notTraced.push({ report: report.id, transferId: null, reason: "no-transfer-named" });
      }
      for (const id of report.transferIds) take(report, id, yes);
    }
    if (yes) for (const id of subject.transfers) take(null, id, true);
  }
  const unknown = [
    ...subject.reports.filter((id) => !known.has(id)),
    ...subject.victims.filter((asked) => !known.has(asked) && !known.has(holderOf(asked))),
  ];
  const unknownTransfers = subject.transfers.filter((id) => columns.rowOfId(id) === undefined);
  return {
    stolen: [...stolen.values()].sort((left, right) => left.row - right.row),
    homes,
    notTraced,
    unknown: [...unknown, ...unknownTransfers],
  };
}

/**
 * What of a reported transfer was stolen. That is all of it, or the victim's own smaller figure
 * where the last decision, of one case or of any, is for it and about exactly these two sums.
 */
function stolenPart(
  columns: TransferColumns,
  row: number,
  id: string,
  report: KnownReport | null,
  inCase: string | undefined,
): bigint {
  const amount = columns.amount[row] as bigint;
  const currency = columns.currencies[columns.currency[row] as number] as string;
  const place = report?.transferIds.indexOf(id) ?? -1;
  const stated = statedFigure(report?.stated?.[place] ?? null, currency);
  if (stated === null || !isPartOf(stated, { amount, currency })) return amount;
  const [last] = (report?.decisions ?? [])
    .filter((one) => one.transferId === id && (inCase === undefined || one.case === inCase))
    .sort((one, other) => other.at - one.at);
  return last?.isStated && isAbout(last, stated, amount) ? stated.amount : amount;
}

/**
 * Whether a report is one of the victims asked for, by IIN, holder or account; notes which of them
 * were found.
 */
function namesVictim(
  columns: TransferColumns,
  report: KnownReport,
  victims: ReadonlySet<string>,
  found: Set<string>,
): boolean {
  if (victims.size === 0) return false;
  const payers = report.transferIds
    .map((id) => columns.rowOfId(id))
    .filter((row) => row !== undefined)
    .map((row) => numberOf(columns, columns.from[row] as number));
  const names = [report.victimIin, ...report.accounts, ...payers];
  for (const number of [...report.accounts, ...payers]) {
    const account = columns.accounts.indexOf(number);
    if (account !== undefined) names.push(holderKey(columns, account));
  }
  const hits = names.filter((name) => name !== null && victims.has(name)) as string[];
  for (const hit of hits) found.add(hit);
  return hits.length > 0;
}

export function holderKey(columns: TransferColumns, account: number): string | null {
  const holder = columns.accounts.holder[account] as number;
  return holder < 0 ? null : (columns.accounts.holderKeys[holder] as string);
}

function reportedKey(columns: TransferColumns, report: KnownReport | null): string | null {
  const account = report?.accounts
    .map((number) => columns.accounts.indexOf(number))
    .find((one) => one !== undefined);
  return account === undefined ? null : (holderKey(columns, account) ?? numberOf(columns, account));
}

/**
 * The report names an account, and the transfer left another one of which nothing says that it is
 * the victim's too: his money, not the victim's.
 */
function namesOther(columns: TransferColumns, report: KnownReport, payer: number): boolean {
  return report.accounts.length > 0 && !report.accounts.includes(numberOf(columns, payer));
}

function numberOf(columns: TransferColumns, account: number): string {
  return columns.accounts.numbers[account] as string;
}

/** All accounts of the holders of some accounts and of some keys, by holder's key. */
function accountsOfHolders(
  columns: TransferColumns,
  some: readonly number[],
  keys: ReadonlySet<string | null>,
): Map<string, number[]> {
  const { holder, holderKeys, exitKind, length } = columns.accounts;
  const wanted = new Uint8Array(holderKeys.length);
  holderKeys.forEach((key, index) => {
    if (keys.has(key)) wanted[index] = 1;
  });
  for (const account of some)
    if ((holder[account] as number) >= 0) wanted[holder[account] as number] = 1;
  const accounts = new Map<string, number[]>();
  for (let account = 0; account < length; account += 1) {
    if (wanted[holder[account] as number] !== 1 || exitKind[account] !== 0) continue;
    const key = holderKey(columns, account) as string;
    const list = accounts.get(key);
    if (list === undefined) accounts.set(key, [account]);
    else list.push(account);
  }
  return accounts;
}
