import { formatDecimal } from "../money/money.ts";
import { checkDefendants, jointHolders } from "./recompute-joint.ts";
import { amountOf, type Row, type TraceTables } from "./recompute-trace.ts";

/** The sums that the package's own tables give of a claim; decimal text. */
export interface RecomputedBalance {
  /** On this claim, by payments and bank rows. */
  readonly cameBack: string;
  readonly outstanding: string;
}

export interface RecomputedClaim {
  readonly claim: string;
  readonly currency: string;
  /** As the package says. */
  readonly stated: string;
  /** As its transfers add up; null where a line cannot be followed to a fact. */
  readonly recomputed: string | null;
  /**
   * The sum that the package's own data give, where a person keeps the claim although they give
   * another (differences.csv); null where they give what is stated.
   */
  readonly byData: string | null;
  /** null in packages of older versions. */
  readonly balance: RecomputedBalance | null;
  readonly agrees: boolean;
}

export interface Tables {
  readonly transfers: ReadonlyMap<string, Row>;
  readonly accounts: ReadonlyMap<string, Row>;
  /** "report transfer" */
  readonly reported: ReadonlySet<string>;
  readonly claims: readonly Row[];
  readonly lines: readonly Row[];
  readonly totals: readonly Row[];
  /** By "claim transfer": where a person keeps a claim although the data have changed. */
  readonly differences: ReadonlyMap<string, Row>;
  readonly repayments: readonly Row[];
  /** Payments that people wrote down; absent in packages of older versions. */
  readonly payments: readonly Row[];
  /** Tenge that nobody has written down with a rate; null in packages of older versions. */
  readonly tengeNotCounted: readonly Row[] | null;
  /** The tables that the ledger rests on; null in packages of older versions. */
  readonly losses: readonly Row[] | null;
  readonly recoveries: readonly Row[] | null;
  /** The people who answer for a claim together; absent in packages of older versions. */
  readonly joint: readonly Row[];
  /** Where a victim states another sum than the bank; absent in packages of older versions. */
  readonly figures: readonly Row[];
}

/**
 * Follows a claim's lines to the facts and adds them up; what does not follow is said in `faults`.
 */
export function recomputeClaim(
  claim: Row,
  tables: Tables,
  traces: readonly TraceTables[],
  faults: string[],
): Omit<RecomputedClaim, "balance"> {
  const { claim_id: id = "", currency = "" } = claim;
  const lines = tables.lines.filter((line) => line.claim_id === id);
  const before = faults.length;
  const people = { payer: new Set<string>(), payee: new Set<string>() };
  let sum = 0n;
  for (const line of lines) {
    const fact = tables.transfers.get(line.transfer_id ?? "");
    const fault = (words: string) =>
      faults.push(`Claim ${id}, transfer ${line.transfer_id}: ${words}.`);
    if (!fact) {
      fault("is not among the facts");
      continue;
    }
    const whole = amountOf(fact.amount, fact.currency);
    const claimed = amountOf(line.claimed, currency);
    if (whole === null || claimed === null) fault("has no amount");
    else {
      if (fact.currency !== currency) fault(`is in ${fact.currency}, the claim in ${currency}`);
      if (amountOf(line.transfer_amount, currency) !== whole)
        fault("the calculation states another amount than the bank");
      const back = claimed < 0n;
      if (
        back
          ? -claimed > whole
          : claim.method === "direct"
            ? claimed !== whole && !isDecided(claimed, whole, line, tables)
            : claimed <= 0n || claimed > whole
      )
        fault(back ? "takes off more than was paid back" : "claims another part");
      sum += claimed;
    }
    const { from_account: from, to_account: to, source_sha256: source, source_row: row } = fact;
    if (line.from_account !== from || line.to_account !== to)
      fault("the calculation states other accounts than the bank");
    if (line.source_sha256 !== source || line.source_row !== row)
      fault("the calculation states another file or row");
    const isReturn = (line.claimed ?? "").startsWith("-");
    const difference = tables.differences.get(`${id} ${line.transfer_id}`);
    if (difference !== undefined) {
      if (amountOf(difference.claimed, currency) !== claimed)
        fault("the accepted difference states another amount than the claim");
      if (difference.reason === "") fault("it differs from the data and no reason is given");
      continue;
    }
    people.payer.add(holderOf(isReturn ? to : from, tables));
    people.payee.add(holderOf(isReturn ? from : to, tables));
    if (isReturn) continue;
    const reports = (claim.reports ?? "").split(" ");
    if (
      claim.method === "direct" &&
      !reports.some((report) => tables.reported.has(`${report} ${line.transfer_id}`))
    ) {
      fault("no crime report of the claim names it");
    }
  }
  if (claim.method !== "direct")
    faults.push(...beyondTrace(claim, lines, traces, tables.differences));
  faults.push(
    ...checkDefendants(claim, people.payee, tables.joint, (one) => holderOf(one, tables)),
  );
  if (claim.method === "direct" && people.payer.size > 1)
    faults.push(`Claim ${id} joins several victims.`);
  if (String(lines.length) !== claim.transfers)
    faults.push(`Claim ${id} states ${claim.transfers} transfers, not ${lines.length}.`);
  if (sum < 0n) faults.push(`Claim ${id} takes off more than it claims.`);
  const amount = amountOf(claim.amount, currency);
  const stated = amount === null ? (claim.amount ?? "") : formatDecimal(amount, currency);
  const recomputed = formatDecimal(sum, currency);
  return {
    claim: id,
    currency,
    stated,
    recomputed: faults.length === before ? recomputed : null,
    byData: sumByData(id, sum, currency, tables.differences),
    agrees: faults.length === before && recomputed === stated,
  };
}

/** A person decided, with a reason, that the victim's own figure is claimed of the transfer. */
function isDecided(claimed: bigint, whole: bigint, line: Row, tables: Tables): boolean {
  if (claimed <= 0n || claimed > whole) return false;
  return tables.figures.some(
    (row) =>
      row.claim_id === line.claim_id &&
      row.transfer_id === line.transfer_id &&
      row.claims === "stated" &&
      row.reason !== "" &&
      row.stated_currency === row.currency &&
      amountOf(row.stated, row.currency) === claimed,
  );
}

/**
 * By transfer: minor units that were stolen of it, where a person decided so for every report that
 * names it.
 */
export function decidedFigures(tables: Tables): Map<string, bigint> {
  const decided = new Map<string, bigint>();
  const undecided = new Set(tables.reported);
  for (const row of tables.figures) {
    const { report_id: report, transfer_id: id = "", currency } = row;
    const stated = amountOf(row.stated, currency);
    if (row.claims !== "stated" || row.reason === "" || stated === null) continue;
    undecided.delete(`${report} ${id}`);
    if (stated >= (decided.get(id) ?? stated)) decided.set(id, stated);
  }
  for (const id of decided.keys())
    if ([...undecided].some((named) => named.endsWith(` ${id}`))) decided.delete(id);
  return decided;
}

/** A claim's sum less and plus what the accepted differences state. */
function sumByData(
  claim: string,
  sum: bigint,
  currency: string,
  differences: Tables["differences"],
): string | null {
  const own = [...differences.values()].filter((row) => row.claim_id === claim);
  if (own.length === 0) return null;
  const change = (row: Row) =>
    (amountOf(row.by_data, currency) ?? 0n) - (amountOf(row.claimed, currency) ?? 0n);
  return formatDecimal(
    own.reduce((total, row) => total + change(row), sum),
    currency,
  );
}

/**
 * A traced claim takes no more of a transfer than the trace by its own rule gives the victim,
 * unless a person has accepted the difference.
 */
function beyondTrace(
  claim: Row,
  lines: readonly Row[],
  traces: readonly TraceTables[],
  differences: Tables["differences"],
): string[] {
  const { currency = "", method } = claim;
  const steps = traces.find((trace) => trace.name === currency)?.steps ?? [];
  return lines.flatMap((line) => {
    const own = steps.filter(
      (step) => step.transfer_id === line.transfer_id && step.rule === method,
    );
    const most = own
      .filter((step) => claim.victim_iin === "" || step.victim === claim.victim_iin)
      .reduce((sum, step) => sum + (amountOf(step.part, currency) ?? 0n), 0n);
    const claimed = amountOf(line.claimed, currency) ?? 0n;
    return claimed <= most || differences.has(`${claim.claim_id} ${line.transfer_id}`)
      ? []
      : [`Claim ${claim.claim_id} takes more of transfer ${line.transfer_id} than was traced.`];
  });
}

function holderOf(account: string | undefined, tables: Tables): string {
  const row = tables.accounts.get(account ?? "");
  return row?.holder_key || (account ?? "");
}

/**
 * What was paid back since a claim left the office. Each payment goes from the claim's holder to
 * its victim, no more of it is taken off than was paid, and what is outstanding follows (in
 * packages that have a ledger: recompute-ledger.ts).
 */
export function checkRepayments(tables: Tables, faults: string[]): void {
  const taken = new Map<string, bigint>();
  const add = (id: string | undefined, amount: bigint) =>
    taken.set(id ?? "", (taken.get(id ?? "") ?? 0n) + amount);
  for (const line of tables.lines) {
    const claimed = amountOf(line.claimed, line.currency) ?? 0n;
    if (claimed < 0n) add(line.transfer_id, -claimed);
  }
  for (const claim of tables.claims) {
    if (claim.outstanding === undefined) continue;
    const own = tables.repayments.filter((row) => row.claim_id === claim.claim_id);
    let left = amountOf(claim.amount, claim.currency) ?? 0n;
    for (const row of own) {
      const repaid = amountOf(row.repaid, claim.currency) ?? 0n;
      if (repaid <= 0n) faults.push(`Claim ${claim.claim_id} has a repayment of nothing.`);
      if (!isBetweenParties(tables, claim, row.transfer_id ?? ""))
        faults.push(`The repayment ${row.transfer_id} is not of the holder of ${claim.claim_id}.`);
      add(row.transfer_id, repaid);
      left -= repaid;
    }
    for (const row of tables.payments) {
      if (row.claim_id !== claim.claim_id) continue;
      const paid = amountOf(row.paid, row.currency) ?? 0n;
      // A payment may be of the penalty alone; older packages say nothing of it.
      const penalty = amountOf(row.penalty || "0", row.currency) ?? 0n;
      const isSum = paid >= 0n && penalty >= 0n && paid + penalty > 0n;
      if (!isSum || row.currency !== claim.currency || row.receipt === "")
        faults.push(`The payment ${row.payment_id} of ${claim.claim_id} has no sum or receipt.`);
      left -= paid;
    }
    if (tables.losses !== null) continue;
    if (left < 0n) faults.push(`More was paid back than claim ${claim.claim_id} asks for.`);
    if (!isOutstanding(claim, left))
      faults.push(`What is outstanding of claim ${claim.claim_id} is not what is left of it.`);
  }
  for (const [id, amount] of taken) {
    const fact = tables.transfers.get(id);
    if (!fact) faults.push(`The repayment ${id} is not among the facts.`);
    else if (amount > (amountOf(fact.amount, fact.currency) ?? 0n))
      faults.push(`More of the repayment ${id} is taken off than was paid.`);
  }
}

/**
 * Outstanding is what is left of the claim; less where a court gave less, or where another claim
 * for the same loss has brought something.
 */
function isOutstanding(claim: Row, left: bigint): boolean {
  const stated = amountOf(claim.outstanding, claim.currency);
  if (stated === null || stated < 0n || stated > left) return false;
  if (claim.status === "rejected") return stated === 0n;
  const mayBeLess = (claim.alternative_to ?? "") !== "" || (claim.awarded ?? "") !== "";
  // Packages of older versions state nothing of a recovered claim.
  return mayBeLess || stated === left || (claim.status === "recovered" && stated === 0n);
}

/** The claim's holder paid it to an account of the claim's victim. */
export function isBetweenParties(tables: Tables, of: Row, transfer: string): boolean {
  const { claim_id: claim } = of;
  const holder = (account: string | undefined) => holderOf(account, tables);
  const fact = tables.transfers.get(transfer);
  const own = tables.lines.filter(
    (line) => line.claim_id === claim && !(line.claimed ?? "").startsWith("-"),
  );
  const payer = holder(fact?.from_account);
  return (
    (own.some((line) => holder(line.to_account) === payer) ||
      jointHolders(claim, tables.joint).includes(payer)) &&
    victimAccounts(tables, of, own).some((one) => holder(one) === holder(fact?.to_account))
  );
}

/** Accounts that the victim's money left: a traced line comes from somebody else's account. */
function victimAccounts(tables: Tables, claim: Row, own: readonly Row[]): (string | undefined)[] {
  if (claim.method === "direct") return own.map((line) => line.from_account);
  const reports = new Set((claim.reports ?? "").split(" "));
  return [...tables.reported].flatMap((one) => {
    const at = one.indexOf(" ");
    const from = tables.transfers.get(one.slice(at + 1))?.from_account;
    return reports.has(one.slice(0, at)) && from !== undefined ? [from] : [];
  });
}

/** All claims together ask for no more of a transfer than it was. */
export function checkWholes(tables: Tables, faults: string[]): void {
  const asked = new Map<string, bigint>();
  for (const line of tables.lines) {
    const claimed = amountOf(line.claimed, line.currency) ?? 0n;
    const id = line.transfer_id ?? "";
    if (claimed > 0n) asked.set(id, (asked.get(id) ?? 0n) + claimed);
  }
  for (const [id, sum] of asked) {
    const fact = tables.transfers.get(id);
    if (fact && sum > (amountOf(fact.amount, fact.currency) ?? 0n))
      faults.push(`The claims ask for more of transfer ${id} than it was.`);
  }
}

/**
 * A victim's own transfer is claimed once; a claim takes a payment off once. Several claims may
 * share a payment, of which checkRepayments adds up the parts.
 */
export function checkTaken(tables: Tables, faults: string[]): void {
  const direct = new Set(
    tables.claims.filter((claim) => claim.method === "direct").map((claim) => claim.claim_id),
  );
  const seen = new Set<string>();
  for (const line of tables.lines) {
    if (!direct.has(line.claim_id)) {
      if (!tables.claims.some((claim) => claim.claim_id === line.claim_id))
        faults.push(`A line is of no claim: ${line.claim_id}.`);
      continue;
    }
    const id = line.transfer_id ?? "";
    const isReturn = (line.claimed ?? "").startsWith("-");
    const key = isReturn ? `return:${id} ${line.claim_id}` : id;
    if (seen.has(key))
      faults.push(`Transfer ${id} is ${isReturn ? "taken off" : "claimed"} twice.`);
    seen.add(key);
  }
}
