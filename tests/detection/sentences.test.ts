import { describe, expect, it } from "vitest";
import type { TransferColumns } from "../../server/columns/columns.ts";
import { measuredTown } from "../../server/detection/measuring/generated-town.ts";
import type { DetectionResult } from "../../server/detection/ranking/detection-result.ts";
import { type DetectOptions, detect } from "../../server/detection/run/detect.ts";
import { DAY, HOUR } from "../../server/time/instant.ts";
import { columnsFrom } from "../support/columns.ts";
import { SMALL_CASE_DAYS, SMALL_CASE_START, STOLEN, smallCase } from "../support/small-case.ts";

type Said = { code: string; params: Readonly<Record<string, string | number>>; ids: string[] };

/** Every figure of a sentence worked out again from the transfers it names; faults in words. */
function faultsOf(source: Source, account: number, { code, params, ids }: Said): string[] {
  const { columns, reported } = source;
  const rows = ids.map((id) => columns.rowOfId(id) as number);
  const received = rows.filter((row) => columns.to[row] === account);
  const paid = rows.filter((row) => columns.from[row] === account);
  const sum = (of: readonly number[]) =>
    of.reduce((all, row) => all + (columns.amount[row] as bigint), 0n).toString();
  const people = (of: readonly number[], side: Int32Array) => new Set(of.map((r) => side[r])).size;
  const wrong = (name: string, is: string | number) =>
    String(params[name]) === String(is) ? [] : [`${code}.${name} ${params[name]}, not ${is}`];
  switch (code) {
    case "stolen-first":
      return [
        ...wrong("amount", sum(received)),
        ...(received.every((row) => reported.has(columns.idOf(row))) ? [] : [`${code}: traced`]),
      ];
    case "stolen-later":
      return wrong("amount", sum(received));
    case "asked-received":
      return [
        ...wrong("amount", sum(received)),
        ...wrong("transfers", received.length),
        ...wrong("accounts", people(received, columns.from)),
      ];
    case "asked-sent":
      return [
        ...wrong("amount", sum(paid)),
        ...wrong("transfers", paid.length),
        ...wrong("accounts", people(paid, columns.to)),
      ];
    case "handed-on":
      return passedOnFaults(source, params, rows, account);
    case "partner":
      return rows.length > 0 ? [] : ["partner without a transfer"];
    case "woken":
      return wokenFaults(source, params, rows, account);
    default:
      return [];
  }
}

/** Holders with several accounts pass on through any of them: only one account's rows are checked. */
function passedOnFaults(
  { columns }: Source,
  params: Said["params"],
  rows: readonly number[],
  account: number,
): string[] {
  const receipts = rows.filter((row) => columns.to[row] === account);
  const payments = rows.filter((row) => columns.from[row] === account);
  if (receipts.length !== params.receipts || payments.length !== params.receipts) return [];
  const total = (of: readonly number[]) =>
    of.reduce((all, row) => all + (columns.amount[row] as bigint), 0n);
  const percent = Number((total(payments) * 100n) / total(receipts));
  const within = receipts.filter((receipt) =>
    payments.some((payment) => {
      const wait = (columns.bookedAt[payment] as number) - (columns.bookedAt[receipt] as number);
      const ratio = Number(columns.amount[payment]) / Number(columns.amount[receipt]);
      return (
        wait >= 0 && wait <= Number(params.hours) * HOUR + 1 && ratio >= 0.85 && ratio <= 0.9985
      );
    }),
  );
  return [
    ...(percent === params.percent ? [] : [`percent ${params.percent}, not ${percent}`]),
    ...(String(total(receipts)) === params.amount ? [] : ["handed-on.amount"]),
    ...(within.length * 2 >= receipts.length ? [] : [`half within ${params.hours} h`]),
    ...(Number(params.of) >= receipts.length ? [] : ["handed-on.of"]),
  ];
}

function wokenFaults(
  { columns }: Source,
  params: Said["params"],
  rows: readonly number[],
  account: number,
): string[] {
  const first = columns.bookedAt[rows[0] as number] as number;
  const own = [columns.outgoing, columns.incoming].flatMap(({ offsets, rows: all }) => [
    ...all.subarray(offsets[account], offsets[account + 1]),
  ]);
  const since = first - Number(params.days) * DAY;
  const busy = own.some((row) => {
    const at = columns.bookedAt[row] as number;
    return at > since && at < first;
  });
  return busy ? ["woken: not silent"] : [];
}

interface Source {
  readonly columns: TransferColumns;
  readonly reported: ReadonlySet<string>;
  readonly held: number;
}

function check(
  columns: TransferColumns,
  options: DetectOptions,
): { said: number; faults: string[] } {
  const result: DetectionResult = detect(columns, options);
  const reported = new Set(options.reports.flatMap((report) => report.stolen));
  const source = { columns, reported, held: result.ranking.length };
  const all = [
    ...result.findings.flatMap(({ account, reasons }) =>
      reasons
        .filter(({ transferIds, transferCount }) => transferIds.length === transferCount)
        .map(({ code, params, transferIds, oneIn }) => ({
          account,
          oneIn,
          said: { code, params, ids: [...transferIds] },
        })),
    ),
    ...result.requests.map(({ account, code, params, transferIds }) => ({
      account,
      oneIn: null,
      said: { code, params, ids: [...transferIds] },
    })),
  ];
  const faults = all.flatMap(({ account, said, oneIn }) => [
    ...faultsOf(source, columns.accounts.indexOf(account) as number, said),
    ...(oneIn === null || oneIn <= source.held
      ? []
      : [`${said.code}: 1 in ${oneIn} of ${source.held}`]),
  ]);
  return { said: all.length, faults };
}

const EVER = { since: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY, listed: [] };

describe("every figure of every sentence", () => {
  it("is true of a generated town, with reports and without", () => {
    const { columns, reports } = measuredTown({ seed: 41, transfers: 15_000 });
    for (const given of [reports, []]) {
      const { said, faults } = check(columns, { ...EVER, reports: given });
      expect(said).toBeGreaterThan(20);
      expect(faults).toEqual([]);
    }
  });

  it("is true of what an investigator holds; nothing presumed enters a sum", () => {
    const columns = columnsFrom(smallCase.accounts, smallCase.rows);
    const index = (number: string) => columns.accounts.indexOf(number) as number;
    const { said, faults } = check(columns, {
      ...EVER,
      statements: smallCase.held.map((number) => ({
        account: index(number),
        from: SMALL_CASE_START,
        until: SMALL_CASE_START + SMALL_CASE_DAYS * DAY,
      })),
      reports: [
        { id: "r1", victims: [index("VICTIM-1")], stolen: [STOLEN.first, STOLEN.wrong] },
        { id: "r2", victims: [index("VICTIM-2")], stolen: [STOLEN.second] },
      ],
    });
    expect(said).toBeGreaterThan(3);
    expect(faults).toEqual([]);
  });
});
