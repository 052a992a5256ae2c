import { claimStatus, isStanding } from "../../contract/claim-steps.ts";
import { dayNumber, dayOf } from "../time/day.ts";
import type { Tables } from "./recompute-claims.ts";
import { amountOf, type Row } from "./recompute-trace.ts";

/** Claims that are not filed: what they ask for follows the data of the package to the day. */
const UNFILED: readonly string[] = ["draft", "review", "approved", "demand"];

/**
 * Works penalty.csv out again from the lines and recoveries of the package: days, principal of each
 * row, and its penalty (principal × rate × days / 365, halves of a minor unit up). A filed claim
 * keeps the principal that was known at its filing; it is never above what had come by then.
 */
export function checkPenalty(tables: Tables, rows: readonly Row[], faults: string[]): void {
  for (const claim of tables.claims) {
    checkAwarded(claim, rows, faults);
    checkPaid(claim, tables, rows, faults);
    checkFiled(claim, rows, faults);
  }
  for (const id of new Set(rows.map((row) => row.claim_id ?? ""))) {
    const claim = tables.claims.find((one) => one.claim_id === id);
    if (claim === undefined) faults.push(`A penalty is stated of claim ${id}, which is not here.`);
    else checkClaim(claim, tables, rows, faults);
  }
}

/** A judgment gives no more penalty than was asked for. Older packages do not say it. */
function checkAwarded(claim: Row, rows: readonly Row[], faults: string[]): void {
  const { claim_id: id, currency, awarded_penalty: awarded } = claim;
  if (awarded === undefined || awarded === "") return;
  const asked = askedIn(claim, rows);
  const given = amountOf(awarded, currency);
  if (given === null || given < 0n || given > asked)
    faults.push(`The judgment on claim ${id} gives more penalty than was asked for.`);
}

/** The rows of a claim together, less what had been paid of them (`penalty_off`). */
function askedIn({ claim_id: id, currency, penalty_off: off }: Row, rows: readonly Row[]): bigint {
  const whole = rows
    .filter((one) => one.claim_id === id)
    .reduce((sum, one) => sum + (amountOf(one.penalty, currency) ?? 0n), 0n);
  const left = whole - (amountOf(off || "0", currency) ?? 0n);
  return left > 0n ? left : 0n;
}

/**
 * The penalty that is due is what the court gave, else what was asked for, or nothing yet; what is
 * outstanding of it is less by the payments, of what a court gave by those since. A filing that has
 * payments off keeps its sum where they were taken back since. Older packages do not say it.
 */
function checkPaid(claim: Row, { payments }: Tables, rows: readonly Row[], faults: string[]): void {
  const { claim_id: id, currency, penalty_due: due, awarded_penalty: awarded, status } = claim;
  if (due === undefined) return;
  const sum = (all: readonly Row[], column: string) =>
    all.reduce((total, one) => total + (amountOf(one[column], currency) ?? 0n), 0n);
  const of = (all: readonly Row[]) => all.filter((one) => one.claim_id === id);
  const said = (text: string | undefined) => amountOf(text || "0", currency);
  const asked = askedIn(claim, rows);
  const off = said(claim.penalty_off) ?? 0n;
  const known = claim.awarded_on ? [said(awarded)] : [0n, asked];
  const owed = said(due);
  const before = said(claim.penalty_paid_before) ?? 0n;
  const paid = sum(of(payments), "penalty") + before;
  const since = claim.awarded_on ? claim.awarded_since || claim.awarded_on : "";
  const thatDay = new Set((claim.paid_before_award ?? "").split(" "));
  const executing = of(payments).filter(
    ({ day = "", payment_id: record = "" }) =>
      day > since || (day === since && !thatDay.has(record)),
  );
  const counting = since === "" ? paid : sum(executing, "penalty");
  const stands = off - (said(claim.penalty_off_gone) ?? 0n);
  const early = sum(
    of(payments).filter(({ day = "" }) => day <= (claim.filed_on ?? "")),
    "penalty",
  );
  if (stands < 0n || stands > off || stands > paid || (stands < off && stands < early))
    faults.push(`More penalty is off what claim ${id} asks for than was paid.`);
  if (!known.includes(owed)) faults.push(`The penalty due of claim ${id} is in no table.`);
  if (said(claim.penalty_paid) !== paid)
    faults.push(`The penalty paid on claim ${id} does not add up from payments.csv.`);
  const left = (owed ?? 0n) + (since === "" && owed !== 0n ? stands : 0n) - counting;
  const parsed = claimStatus.safeParse(status);
  const isOver = parsed.success && !isStanding(parsed.data);
  if (said(claim.penalty_outstanding) !== (isOver || left < 0n ? 0n : left))
    faults.push(`The penalty outstanding of claim ${id} is not what is left of it.`);
}

/**
 * The penalty of a filed claim is the one that was filed: its sum, its rates, and no day after the
 * filing. A court gives no more of the debt than was asked for. Older packages do not say it.
 */
function checkFiled(claim: Row, all: readonly Row[], faults: string[]): void {
  const { claim_id: id, currency, filed_on: filed = "" } = claim;
  if (filed === "") return;
  const said = (text: string | undefined) => amountOf(text || "0", currency);
  const rows = all.filter((one) => one.claim_id === id);
  const rateOf = (text: string | undefined) => amountOf(text, "KZT");
  const rates = rows.map(({ rate }) => rateOf(rate)).filter((one, at, own) => one !== own[at - 1]);
  const kept = (claim.filed_rates ?? "").split(" ").filter(Boolean).map(rateOf);
  const isKept = askedIn(claim, all) === said(claim.filed_penalty) && rates.join() === kept.join();
  if (!isKept) faults.push(`The penalty of claim ${id} is not the one that was filed.`);
  if (rows.some(({ until = "" }) => until > filed))
    faults.push(`The penalty of claim ${id} runs beyond the day of filing.`);
  const [asked, awarded] = [said(claim.filed_asked), said(claim.awarded)];
  if (asked === null || asked > (amountOf(claim.amount, currency) ?? 0n))
    faults.push(`Claim ${id} asked the court for more than its sum.`);
  if (awarded === null || awarded > (asked ?? 0n))
    faults.push(`The judgment on claim ${id} gives more than was asked for.`);
}

function checkClaim(claim: Row, tables: Tables, all: readonly Row[], faults: string[]): void {
  const { claim_id: id, currency, status = "" } = claim;
  let last = Number.NEGATIVE_INFINITY;
  for (const row of all.filter((one) => one.claim_id === id)) {
    const fault = (words: string) =>
      faults.push(`The penalty of claim ${id} from ${row.from}: ${words}.`);
    const [from, until] = [dayNumber(row.from ?? ""), dayNumber(row.until ?? "")];
    const principal = amountOf(row.principal, currency);
    const rate = amountOf(row.rate, "KZT");
    if (from === null || until === null || principal === null || rate === null) {
      fault("a day, the principal or the rate cannot be read");
      continue;
    }
    if (from <= last) fault("the days are counted twice");
    last = until;
    if (row.days !== String(until - from + 1)) fault("the number of days is another");
    const parts = principal * rate * BigInt(until - from + 1);
    const penalty = (parts * 2n + 3_650_000n) / 7_300_000n;
    if (amountOf(row.penalty, currency) !== penalty) fault("the sum does not follow from its row");
    const { received, owed } = owedBefore(from, claim, tables);
    if (principal > received) fault("more is counted than had come");
    else if (UNFILED.includes(status) && principal !== owed)
      fault("the principal is not what was owed on that day");
  }
}

/** Minor units that had come to the defendants before a day, and what was owed of them then. */
function owedBefore(
  day: number,
  { claim_id: id, currency }: Row,
  { lines, losses, recoveries }: Tables,
): { received: bigint; owed: bigint } {
  const sum = (rows: readonly Row[], column: string) =>
    rows.reduce((total, row) => total + (amountOf(row[column], currency) ?? 0n), 0n);
  const came = lines.filter((one) => one.claim_id === id && !(one.claimed ?? "").startsWith("-"));
  const received = sum(
    came.filter((one) => dayOf(Date.parse(one.booked_at ?? "")) < day),
    "claimed",
  );
  const before = (recoveries ?? []).filter((one) => (dayNumber(one.day ?? "") ?? day) < day);
  const about = (losses ?? []).filter((one) => one.claim_id === id);
  const ids = new Set(about.map((one) => one.transfer_id));
  const total = sum(came, "claimed");
  const own =
    total -
    sum(
      before.filter((one) => one.claim_id === id),
      "amount",
    );
  const isKnown = about.every((one) => one.lost !== "");
  const loss =
    sum(about, "lost") -
    sum(
      before.filter((one) => ids.has(one.transfer_id)),
      "amount",
    );
  const left = isKnown && loss < own ? loss : own;
  const owed = received - (total - (left < 0n ? 0n : left));
  return { received, owed };
}
