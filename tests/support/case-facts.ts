import type { TraceMethod } from "../../contract/tracing.ts";
import { frozenClaim, hashOf } from "../../server/claims/approval.ts";
import { changesOf, type LineToday } from "../../server/claims/changes.ts";
import type { StoredClaim } from "../../server/claims/claim.ts";
import type { FigureDifference } from "../../server/claims/figures.ts";
import { type BankTransfer, type FormedClaim, formClaims } from "../../server/claims/form.ts";
import { type Return, repaymentsOf } from "../../server/claims/repaid.ts";
import type { ClaimState } from "../../server/claims/today.store.ts";
import { tracedClaims, withinTransfers } from "../../server/claims/traced.ts";
import type { CaseFacts } from "../../server/evidence/case-facts.ts";
import { packageBasis, reachedByRule } from "../../server/evidence/traced-again.ts";
import { WITHHELD } from "./bags.ts";
import { asFact, bankTransfer, EXITS } from "./bank-transfers.ts";
import { caseLedger, originsOf } from "./case-ledger.ts";
import { type Event, followWithBasis, START, trail } from "./money-trail.ts";

/**
 * The facts of a case as the database would give them, out of a trail of money
 * (tests/support/money-trail.ts). The claims were filed when only the first `held` events were
 * loaded; every difference from the whole data is accepted with a reason.
 */
export function caseFacts(
  events: readonly Event[],
  method: TraceMethod = "fifo",
  held = events.length,
): CaseFacts {
  const { from, traces, basis, bank, formed } = followed(events, method);
  const reached = traces.map(reachedByRule);
  const victims = new Set(traces.flatMap((trace) => trace.victims.map(({ victim }) => victim)));
  const { claims, origins } = followed(events.slice(0, held), method);
  const reported = from.reports.flatMap((one) => one.transferIds);
  const bare = statesOf(claims, formed, reported, bank, statedBy(events));
  const { states, ledger } = caseLedger(bare, (claim) => origins.get(claim) ?? []);
  const columns = from.columns;
  // As a case's facts are gathered: no other transfer, and no account of another one.
  const cited = new Set([
    ...claims.flatMap((claim) => claim.lines.map((line) => line.transferId)),
    ...from.reports.flatMap((report) => report.transferIds),
    ...traces.flatMap((trace) => trace.steps.map((step) => step.transferId)),
    ...states.flatMap((state) => state.repaid.map((one) => one.transfer.id)),
  ]);
  const transfers = [...bank.values()].filter(({ id }) => cited.has(id));
  const numbers = new Set(transfers.flatMap((one) => [one.from, one.to]));
  const named = {
    accounts: numbers,
    transfers: cited,
    victims,
  };
  return {
    case: {
      id: "C1",
      version: 0,
      title: 'ТОО "Ромашка" & <друзья>, қазан',
      status: "open",
      openedAt: START,
      openedBy: "tester",
      district: null,
      claims: claims.length,
      victims: victims.size,
      droppers: 1,
      sums: [],
      claimed: [],
      runId: null,
    },
    claims,
    states,
    ledger,
    payments: [],
    tengeFound: [],
    penalties: [],
    attachments: [],
    approvals: claims.slice(0, 1).map((claim) => {
      const frozen = frozenClaim(claim, [], traces);
      return { claim: claim.id, hash: hashOf(frozen), frozen, at: START, by: "прокурор" };
    }),
    figures: figuresOf(events, claims, bank),
    transfers: transfers.map(asFact),
    accounts: columns.accounts.numbers.flatMap((number, index) => {
      if (!numbers.has(number)) return [];
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
        handedBy: null,
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
      described: [],
    })),
    findings: [],
    runs: [],
    traces: reached,
    basis: packageBasis(reached, basis, named),
    withheld: WITHHELD,
    asOf: START,
  };
}

/** By transfer: the victim's own smaller figure, for which a person has decided. */
function statedBy(events: readonly Event[]): Map<string, bigint> {
  return new Map(
    events.flatMap(({ id, stated }, order) =>
      stated === undefined ? [] : [[id ?? `t${order}`, stated]],
    ),
  );
}

function figuresOf(
  events: readonly Event[],
  claims: readonly StoredClaim[],
  bank: ReadonlyMap<string, BankTransfer>,
): FigureDifference[] {
  const all = statedBy(events);
  return events.flatMap(({ id, stolen }, order): FigureDifference[] => {
    const transferId = id ?? `t${order}`;
    const [stated, transfer] = [all.get(transferId), bank.get(transferId)];
    if (stolen === undefined || stated === undefined || transfer === undefined) return [];
    const own = claims.find(
      (claim) =>
        claim.method === "direct" && claim.lines.some((line) => line.transferId === transferId),
    );
    return [
      {
        report: stolen,
        transferId,
        claim: own?.id ?? null,
        stated: { amount: stated, currency: transfer.currency },
        transfer,
        decision: {
          stated,
          whole: transfer.amount,
          claim: "stated",
          reason: "подарок другу",
          by: "tester",
          at: START,
        },
      },
    ];
  });
}

function followed(events: readonly Event[], method: TraceMethod) {
  const from = trail(events);
  const reports = from.reports.map((report) => report.id);
  const { traces, basis } = followWithBasis(from, method, reports);
  if (traces.length === 0) throw new Error("nothing was stolen");
  const bank = new Map(
    events.map((event, order): [string, BankTransfer] => [
      event.id ?? `t${order}`,
      bankTransfer(event, order),
    ]),
  );
  const stolen = from.reports.flatMap((report) => report.transferIds);
  const stated = statedBy(events);
  const direct = formClaims(
    from.reports.flatMap((report) =>
      report.transferIds.map((id) => ({
        report: report.id,
        victim: { key: null, name: null, iin: null, account: null },
        transferId: id,
        transfer: bank.get(id) ?? null,
        claim: null,
        ...(stated.has(id) && { claimable: stated.get(id) as bigint }),
      })),
    ),
  ).claims.flatMap((claim) => lessReturned(claim, bank, stolen));
  const known = new Set(from.columns.accounts.numbers);
  const formed = traces.flatMap((trace) => tracedClaims(trace, bank, known));
  // As the product opens them: no more of a transfer than it was.
  const before = direct.flatMap((claim) => claim.lines).filter((line) => line.amount > 0n);
  const standing = new Map(
    before.map(({ transfer, amount }) => [transfer.id, { amount, claim: "direct" }]),
  );
  const within = withinTransfers(formed, standing).claims.filter((one) => one.lines.length > 0);
  const claims = [
    ...direct.map((claim, at) => claimOf(claim, `C1-${at + 1}`, "direct")),
    ...within.map((claim, at) => claimOf(claim, `C1-${direct.length + at + 1}`, method)),
  ];
  const amountOf = (id: string) => stated.get(id) ?? bank.get(id)?.amount ?? null;
  const origins = originsOf([...direct, ...within], amountOf);
  return { from, traces, basis, bank, formed, claims, origins };
}

function statesOf(
  claims: readonly StoredClaim[],
  traced: readonly FormedClaim[],
  stolen: readonly string[],
  bank: ReadonlyMap<string, BankTransfer>,
  stated: ReadonlyMap<string, bigint>,
): ClaimState[] {
  const asked = (transferId: string, but: StoredClaim) =>
    claims
      .filter((claim) => claim !== but)
      .flatMap((claim) => claim.lines)
      .filter((line) => line.transferId === transferId && line.amount > 0n)
      .reduce((sum, line) => sum + line.amount, 0n);
  const lines = claims.flatMap((claim) =>
    claim.lines.map(
      (line): LineToday => ({
        claim: claim.id,
        transferId: line.transferId,
        payer: bank.get(line.transferId)?.payer?.key ?? line.from,
        payee: bank.get(line.transferId)?.payee?.key ?? line.to,
        reported: stolen.includes(line.transferId),
        others: asked(line.transferId, claim),
        ...(stated.has(line.transferId) && { figure: stated.get(line.transferId) as bigint }),
      }),
    ),
  );
  const held = claims
    .filter((claim) => claim.method !== "direct")
    .flatMap((claim) =>
      claim.lines.map((line) => ({
        transferId: line.transferId,
        claim: claim.id,
        victim: claim.victim.key,
        victimAccounts: claim.victim.accounts,
      })),
    );
  const all = new Map<string, bigint>();
  for (const line of claims.flatMap((claim) => claim.lines))
    if (line.amount > 0n) all.set(line.transferId, (all.get(line.transferId) ?? 0n) + line.amount);
  const found = changesOf(claims, { lines, traced, held, asked: all });
  const changes = new Map(found.map((one) => [one.claim, one]));
  const direct = claims.filter((claim) => claim.method === "direct");
  const takenBy = new Map(
    direct.flatMap((claim) =>
      claim.lines
        .filter((one) => one.amount < 0n)
        .map((line) => [line.transferId, { line, claim }]),
    ),
  );
  const returns = new Map(
    direct.map((claim): [string, Return[]] => [
      claim.id,
      returnsTo(claim, claim.lines, bank, stolen).map((transfer) => ({
        transfer,
        taken: -(takenBy.get(transfer.id)?.line.amount ?? 0n),
      })),
    ]),
  );
  const repaid = repaymentsOf(
    direct.map((claim) => ({ id: claim.id, owed: claim.amount })),
    returns,
  );
  return claims.map((claim) => {
    const payments = repaid.get(claim.id) ?? [];
    const left = payments.reduce((sum, one) => sum - one.amount, claim.amount);
    const change = changes.get(claim.id);
    const accepted = { reason: "=ошибка; «прежний расчёт»", at: START, by: "tester" };
    return {
      claim,
      repaid: payments,
      ...{ paid: [], beforeAward: [] },
      elsewhere: 0n,
      ...{ outstanding: left, notBack: left, filed: null, penalty: null },
      openingsUnknown: [],
      loss: claim.amount,
      recovered: 0n,
      paidByEach: [payments.reduce((sum, one) => sum + one.amount, 0n)],
      alternatives: [],
      alternativeNames: [],
      frozen: frozenClaim(claim, [], []),
      approvalChanges: null,
      priceChanges: [],
      moneyGone: false,
      change: change === undefined ? null : { ...change, files: [], accepted },
    };
  });
}

/** As claims/returns.cypher has it: what the holder paid the victim since the first transfer. */
function returnsTo(
  claim: Pick<FormedClaim, "victim" | "defendant" | "currency">,
  lines: readonly { readonly amount: bigint; readonly bookedAt: number }[],
  bank: ReadonlyMap<string, BankTransfer>,
  stolen: readonly string[],
): BankTransfer[] {
  const claimed = lines.filter((line) => line.amount > 0n);
  const since = Math.min(...claimed.map((line) => line.bookedAt));
  return [...bank.values()].filter(
    (one) =>
      one.payer?.key === claim.defendant.key &&
      one.payee?.key === claim.victim.key &&
      one.bookedAt >= since &&
      one.currency === claim.currency &&
      !stolen.includes(one.id),
  );
}

/** Nothing is left of a claim whose holder paid all back. */
function lessReturned(
  claim: FormedClaim,
  bank: ReadonlyMap<string, BankTransfer>,
  stolen: readonly string[],
): FormedClaim[] {
  const lines = claim.lines.map(({ transfer, amount }) => ({
    amount,
    bookedAt: transfer.bookedAt,
  }));
  const returns = returnsTo(claim, lines, bank, stolen);
  const owed = claim.lines.reduce((total, line) => total + line.amount, 0n);
  const repaid = repaymentsOf(
    [{ id: "", owed }],
    new Map([["", returns.map((transfer) => ({ transfer, taken: 0n, takenBy: null }))]]),
  );
  const back = (repaid.get("") ?? []).map(({ transfer, amount }) => ({
    transfer,
    amount: -amount,
  }));
  return back.reduce((total, line) => total + line.amount, owed) === 0n
    ? []
    : [{ ...claim, lines: [...claim.lines, ...back] }];
}

function claimOf(formed: FormedClaim, id: string, method: StoredClaim["method"]): StoredClaim {
  const lines = formed.lines.map(({ transfer, amount }) => ({
    transferId: transfer.id,
    bookedAt: transfer.bookedAt,
    from: transfer.from,
    to: transfer.to,
    amount,
    whole: transfer.amount,
    currency: transfer.currency,
    purpose: transfer.purpose,
    sourceName: "выписка, «март».csv",
    sourceId: transfer.sourceId,
    row: transfer.row,
    present: true,
  }));
  const claimed = lines.filter((line) => line.amount > 0n);
  const accounts = (side: "from" | "to") => [...new Set(claimed.map((line) => line[side]))];
  return {
    id,
    version: 0,
    status: "filed",
    method,
    openedAt: START,
    openedBy: "tester",
    reckonedAt: START,
    victim: {
      ...formed.victim,
      accounts: method === "direct" ? accounts("from") : (formed.victimAccounts ?? []),
    },
    defendant: { ...formed.defendant, accounts: accounts("to") },
    joint: null,
    amount: lines.reduce((sum, line) => sum + line.amount, 0n),
    currency: formed.currency,
    reports: [...formed.reports],
    lines,
    moves: [],
  };
}
