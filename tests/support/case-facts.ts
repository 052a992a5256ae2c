import type { Claim } from "../../contract/cases.ts";
import type { TraceMethod } from "../../contract/tracing.ts";
import {
  type BankTransfer,
  type FormedClaim,
  formClaims,
  returnLines,
} from "../../server/claims/form.ts";
import { tracedClaims } from "../../server/claims/traced.ts";
import type { CaseFacts } from "../../server/evidence/case-facts.ts";
import { type Event, follow, START, trail } from "./money-trail.ts";

/**
 * The facts of a case as the database would give them, out of a trail of money
 * (tests/support/money-trail.ts).
 */
export function caseFacts(events: readonly Event[], method: TraceMethod = "fifo"): CaseFacts {
  const from = trail(events);
  const trace = follow(from, method, { range: true });
  const bank = new Map(
    events.map((event, order): [string, BankTransfer] => [
      event.id ?? `t${order}`,
      bankTransfer(event, order),
    ]),
  );
  const direct = formClaims(
    from.reports.flatMap((report) =>
      report.transferIds.map((id) => ({
        report: report.id,
        victim: { key: null, name: null, iin: null, account: null },
        transferId: id,
        transfer: bank.get(id) ?? null,
        claim: null,
      })),
    ),
  ).claims.flatMap((claim) =>
    lessReturned(
      claim,
      bank,
      from.reports.flatMap((report) => report.transferIds),
    ),
  );
  const further = tracedClaims(trace, bank, new Set(from.columns.accounts.numbers));
  const claims = [
    ...direct.map((claim, at) => claimOf(claim, `C1-${at + 1}`, "direct")),
    ...further.map((claim, at) => claimOf(claim, `C1-${direct.length + at + 1}`, method)),
  ];
  const columns = from.columns;
  return {
    case: {
      id: "C1",
      title: 'ТОО "Ромашка" & <друзья>, қазан',
      status: "open",
      openedAt: START,
      openedBy: "tester",
      claims: claims.length,
      victims: trace.victims.length,
      droppers: 1,
      sums: [],
      claimed: [],
      runId: null,
    },
    claims,
    transfers: [...bank.values()].map((one) => ({
      ...one,
      dayOnly: false,
      channel: "transfer",
      purposeCode: null,
      documentNumber: null,
      fee: null,
      place: "",
      alsoIn: [],
    })),
    accounts: columns.accounts.numbers.map((number, index) => {
      const holder = columns.accounts.holder[index] ?? -1;
      const key = columns.accounts.holderKeys[holder];
      const exit = EXITS[number];
      return {
        number,
        bank: "601",
        openedAt: null,
        exitKind: exit ?? null,
        holder:
          key === undefined || exit
            ? null
            : { key, iin: null, name: `Имя <${key}>`, kind: "person" },
      };
    }),
    sources: [
      {
        sha256: "5f".repeat(32),
        fileName: "выписка, «март».csv",
        format: "csv",
        kind: "transfers",
        bytes: 100,
        loadedAt: START,
        loadedBy: "tester",
        requestNumber: "12/3",
        requestDate: "2026-03-01",
        sanctionedBy: null,
        rowsRead: events.length,
        rowsLoaded: events.length,
        rowsRefused: 0,
      },
    ],
    reports: from.reports.map((report) => ({
      id: report.id,
      reportedAt: START,
      victimIin: null,
      victimName: null,
      victimAccounts: report.accounts,
      lure: null,
      transferIds: report.transferIds,
    })),
    findings: [],
    runs: [],
    traces: [trace],
    asOf: START,
  };
}

/**
 * As claims/returns.cypher has it: what the holder paid the victim since; nothing is left of who
 * paid all back.
 */
function lessReturned(
  claim: FormedClaim,
  bank: ReadonlyMap<string, BankTransfer>,
  stolen: readonly string[],
): FormedClaim[] {
  const since = Math.min(...claim.lines.map((line) => line.transfer.bookedAt));
  const returns = [...bank.values()].filter(
    (one) =>
      one.payer?.key === claim.defendant.key &&
      one.payee?.key === claim.victim.key &&
      one.bookedAt >= since &&
      one.currency === claim.currency &&
      !stolen.includes(one.id),
  );
  const sum = claim.lines.reduce((total, line) => total + line.amount, 0n);
  const back = returnLines(sum, returns);
  return back.reduce((total, line) => total + line.amount, sum) === 0n
    ? []
    : [{ ...claim, lines: [...claim.lines, ...back] }];
}

const EXITS: Readonly<Record<string, string>> = {
  CASH: "cash",
  SHOP: "pos",
  CRYPTO: "crypto",
  ABROAD: "foreign",
};

function bankTransfer(event: Event, order: number): BankTransfer {
  const holder = (account: string) => {
    const key = account.split(":")[0] ?? account;
    return EXITS[account] ? null : { key, name: `Имя <${key}>`, iin: null };
  };
  return {
    id: event.id ?? `t${order}`,
    from: event.from,
    to: event.to,
    payer: holder(event.from),
    payee: holder(event.to),
    exit: EXITS[event.to] !== undefined,
    amount: event.amount,
    currency: event.currency ?? "KZT",
    bookedAt: event.at ?? START + order * 60_000,
    zone: "+05:00",
    purpose: "=за «долг», 1\n2",
    reversal: event.reversal ?? false,
    sourceId: "5f".repeat(32),
    row: order + 2,
  };
}

function claimOf(formed: FormedClaim, id: string, method: Claim["method"]): Claim {
  const lines = formed.lines.map(({ transfer, amount }) => ({
    transferId: transfer.id,
    bookedAt: transfer.bookedAt,
    from: transfer.from,
    to: transfer.to,
    amount: amount.toString(),
    whole: transfer.amount.toString(),
    currency: transfer.currency,
    purpose: transfer.purpose,
    sourceName: "выписка, «март».csv",
    sourceId: transfer.sourceId,
    row: transfer.row,
    present: true,
  }));
  const claimed = lines.filter((line) => BigInt(line.amount) > 0n);
  return {
    id,
    status: "draft",
    method,
    openedAt: START,
    openedBy: "tester",
    victim: {
      name: formed.victim.name,
      iin: formed.victim.iin,
      accounts: [...new Set(claimed.map((line) => line.from))],
    },
    defendant: {
      name: formed.defendant.name,
      iin: formed.defendant.iin,
      accounts: [...new Set(claimed.map((line) => line.to))],
    },
    amount: lines.reduce((sum, line) => sum + BigInt(line.amount), 0n).toString(),
    currency: formed.currency,
    reports: [...formed.reports],
    lines,
    moves: [],
    next: [],
  };
}
