import { type ClaimStatus, isClaimed } from "../../contract/claim-steps.ts";

/**
 * The sum that claims ask for together. Claims against several holders may ask for the same stolen
 * money. One asks the holder who received it from the victim; by a tracing rule others ask those it
 * went on to. Here a loss counts once, whoever is asked for it (docs/claims.md, "Totals").
 */

/** A sum asked for, in minor units, and the money it is of. */
interface AskedSum {
  readonly amount: bigint;
  /**
   * The victim's own payments whose money this is, or of a traced claim may be; amount null = no
   * longer loaded.
   */
  readonly payments: readonly { readonly id: string; readonly amount: bigint | null }[];
}

/** A claim as the totals need it, with what it asks for now. Times are UTC milliseconds. */
export interface AskedClaim extends AskedSum {
  readonly case: string;
  readonly status: ClaimStatus;
  /** The victim's own payments, claimed of who received them: no tracing rule. */
  readonly direct: boolean;
  readonly currency: string;
  readonly openedAt: number;
  readonly moves: readonly {
    readonly to: ClaimStatus;
    readonly at: number;
    /** When it was written down, where that is known; `at` may be an earlier day. */
    readonly written?: number;
    /**
     * Of a step by which the claim left the office: what it asked for then. Null = a step of an
     * older version, which did not keep it.
     */
    readonly asked?: AskedSum | null;
    /** The sum that a demand or a filing asked for; absent or null = nobody kept it. */
    readonly asks?: bigint | null | undefined;
    /** Number of the demand, of the case in court or of the ruling; and the court. */
    readonly reference?: string | null | undefined;
    readonly court?: string | null | undefined;
  }[];
}

/** The same with what a list of records shows of it. */
export interface NamedClaim extends AskedClaim {
  readonly id: string;
  readonly victim: string | null;
  readonly defendant: string | null;
  /** Of the case. */
  readonly district: string | null;
}

/** A period: `from` inclusive, `until` exclusive, UTC milliseconds; null = no bound. */
export interface Period {
  readonly from: number | null;
  readonly until: number | null;
}

export interface MoneyOf {
  readonly currency: string;
  readonly amount: bigint;
}

/**
 * The status that the claim had at the end of a period, if it came to it in the period. What
 * happened later changes nothing; null = it came to it before, or was opened later.
 */
export function cameTo(claim: AskedClaim, period: Period): { to: ClaimStatus; at: number } | null {
  const { until } = period;
  const opened = { to: "draft" as const, at: claim.openedAt };
  const known = [opened, ...claim.moves].filter(({ at }) => until === null || at < until);
  const { to, at } = known.at(-1) ?? opened;
  return within(at, period) ? { to, at } : null;
}

/** A claim that left the office, or one that was over or came back: each on its own day. */
interface Turn<Claim extends AskedClaim> {
  readonly claim: Claim;
  readonly at: number;
  readonly written: number;
  /** Its place among the turns of the claim. */
  readonly number: number;
  readonly left: boolean;
  /** The step by which it left or was over; null = an older version wrote none down. */
  readonly step: Claim["moves"][number] | null;
  /** The sum that the claim asked for since it left, as it was on that day. */
  readonly loss: Loss;
}

/** A claim's part of the loss behind several claims, before it is counted once. */
type Loss = Pick<AskedClaim, "direct" | "currency" | "amount" | "payments">;

/**
 * Every turn of claims in order of time. A withdrawal, a refusal and a return are turns of their
 * own day: what was claimed in an earlier period stays what it was.
 */
function turnsOf<Claim extends AskedClaim>(claims: readonly Claim[]): Turn<Claim>[] {
  const turns = claims.flatMap((claim) => {
    const own: Turn<Claim>[] = [];
    let isOut = false;
    let loss: Loss = claim;
    for (const step of claim.moves) {
      const { to, at, written = at, asked } = step;
      if (isClaimed(to) === isOut) continue;
      isOut = !isOut;
      if (isOut) loss = { ...claim, ...asked };
      const last = own.at(-1)?.at ?? at;
      const turn = { claim, at: Math.max(at, last), written, number: own.length };
      own.push({ ...turn, left: isOut, step, loss });
    }
    // An older version filed claims without writing down a step.
    const opened = { claim, at: claim.openedAt, written: claim.openedAt, number: 0 };
    if (claim.moves.length === 0 && isClaimed(claim.status))
      own.push({ ...opened, left: true, step: null, loss });
    return own;
  });
  return turns.sort((one, other) => one.at - other.at || one.number - other.number);
}

/**
 * The steps without those that were taken back as mistakes: from the step by which the claim left
 * the office until it was approved again. Such a claim never left.
 */
export function withoutMistakes<Move extends { readonly to: ClaimStatus }>(
  moves: readonly Move[],
): Move[] {
  const kept: Move[] = [];
  let left: number | null = null;
  for (const move of moves) {
    if (move.to === "approved" && left !== null) {
      kept.length = left;
      left = null;
      continue;
    }
    if (!isClaimed(move.to)) left = null;
    else left ??= kept.length;
    kept.push(move);
  }
  return kept;
}

/**
 * The turns of claims about one loss as they follow from each other: by their days, but a claim
 * that left after another one was over had the loss for itself, on whatever day. So the withdrawal
 * of the one and the filing of the other are two figures, within a day as between days.
 */
function asWritten<Claim extends AskedClaim>(
  turns: readonly Turn<Claim>[],
): readonly Turn<Claim>[] {
  if (turns.every((turn, at) => !turns.slice(at + 1).some((one) => precedes(one, turn))))
    return turns;
  const open = [...turns];
  const ordered: Turn<Claim>[] = [];
  while (open.length > 0) {
    const next = open.findIndex((turn) => !open.some((one) => precedes(one, turn)));
    ordered.push(...open.splice(next, 1));
  }
  return ordered;
}

/** Both are about one loss; of one claim the turns are in their own order. */
function precedes<Claim extends AskedClaim>(one: Turn<Claim>, turn: Turn<Claim>): boolean {
  if (one.claim === turn.claim) return one.number < turn.number;
  return !one.left && turn.left && one.written < turn.written;
}

/**
 * When the claim left the office, the last time where it came back; null = it is there now. A claim
 * that a court refused and an appeal opened again was not back in between.
 */
export function claimedAt(claim: AskedClaim): number | null {
  if (!isClaimed(claim.status)) return null;
  return sinceLeft(claim.moves)[0]?.at ?? claim.openedAt;
}

/**
 * The sum that a claim asks for since it left the office: its lines less what had come back by
 * then.
 */
export function askedSinceLeft(claim: AskedClaim): Loss {
  return { ...claim, ...sinceLeft(claim.moves)[0]?.asked };
}

/** The steps since the claim left the office, the last time where it came back. */
export function sinceLeft<Move extends { readonly to: ClaimStatus }>(
  moves: readonly Move[],
): readonly Move[] {
  return moves.slice(moves.findLastIndex(({ to }) => !isClaimed(to) && to !== "rejected") + 1);
}

export function within(at: number, { from, until }: Period): boolean {
  return (from === null || at >= from) && (until === null || at < until);
}

/** The number of claims, and the part of the loss that they asked for; zero sums are left out. */
export interface Asked {
  readonly count: number;
  readonly sums: MoneyOf[];
}

/**
 * The sums claimed within the period for the first time ever: a loss claimed earlier from one
 * holder is not claimed anew when another is asked for it, nor after a refusal. Beside them stand
 * the sums that were withdrawn, refused or came back within the period, and those of them that
 * were claimed again. None is below zero, and each of two periods that follow each other adds up
 * to the whole.
 */
export function claimedWithin(
  claims: readonly AskedClaim[],
  period: Period,
): Readonly<Record<ClaimedFigure, Asked>> {
  const own = claimedParts(claims).filter(({ at }) => within(at, period));
  const of = (wanted: ClaimedFigure) => together(own.filter(({ figure }) => figure === wanted));
  return { claimed: of("claimed"), withdrawn: of("withdrawn"), again: of("again") };
}

function together(parts: readonly ClaimedPart<AskedClaim>[]): Asked {
  const sums = new Map<string, bigint>();
  for (const { claim, amount } of parts)
    sums.set(claim.currency, (sums.get(claim.currency) ?? 0n) + amount);
  return {
    count: parts.length,
    sums: [...sums].flatMap(([currency, amount]) => (amount === 0n ? [] : [{ currency, amount }])),
  };
}

/**
 * The loss behind claims, by currency: each payment of a victim counts once and never above its
 * amount. Direct claims say which payments they are about. A traced claim adds only what its
 * possible payments do not cover already; it is put on those that most other claims share. The
 * order in which the claims are given changes nothing.
 */
export function lossOf(claims: readonly Loss[]): MoneyOf[] {
  const losses = new Map<string, bigint>();
  const asked = new Map<string, bigint>();
  const keyed = claims.map((claim) => ({ claim, of: paymentsOf(claim) }));
  keyed.sort(
    ({ claim: a, of: ofA }, { claim: b, of: ofB }) =>
      Number(b.direct) - Number(a.direct) ||
      a.payments.length - b.payments.length ||
      compareTexts(ofA, ofB) ||
      Number(b.amount - a.amount),
  );
  const shared = new Map<string, number>();
  for (const { id } of claims.flatMap((claim) => claim.payments))
    shared.set(id, (shared.get(id) ?? 0) + 1);
  // The surest first.
  for (const { claim } of keyed) {
    const payments = [...claim.payments].sort(
      (a, b) => (shared.get(b.id) ?? 0) - (shared.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1),
    );
    const covered = payments.reduce((sum, one) => sum + (asked.get(one.id) ?? 0n), 0n);
    let missing = claim.amount - covered;
    for (const { id, amount } of payments) {
      if (missing <= 0n) break;
      const before = asked.get(id) ?? 0n;
      const room = amount === null ? missing : amount - before;
      const part = room < missing ? room : missing;
      if (part <= 0n) continue;
      asked.set(id, before + part);
      missing -= part;
      losses.set(claim.currency, (losses.get(claim.currency) ?? 0n) + part);
    }
  }
  return [...losses].map(([currency, amount]) => ({ currency, amount }));
}

const paymentsOf = ({ payments }: Loss) =>
  payments
    .map(({ id }) => id)
    .sort()
    .join("\n");

const compareTexts = (one: string, other: string) => (one < other ? -1 : Number(one > other));

/**
 * A loss is claimed once, on the day of its first filing. A loss whose claims were withdrawn,
 * refused or returned, and which stands in court again by an appeal or by another claim, is
 * claimed "again". So claimed less withdrawn plus again is what is claimed now.
 */
export type ClaimedFigure = "claimed" | "withdrawn" | "again";

/** The change that a turn of a claim makes in what is claimed. */
export interface ClaimedPart<Claim extends AskedClaim>
  extends Omit<Turn<Claim>, "left" | "loss" | "written"> {
  readonly figure: ClaimedFigure;
  /** By how much more is claimed since it left the office, or less since it was over. */
  readonly amount: bigint;
}

/**
 * The part each claim added to the sum claimed when it left the office, and the part it took off
 * when it was over or came back. A loss counts where it was claimed first, so the parts of a period
 * add up to `claimedWithin`. A claim that asks for new money and for money claimed before has two
 * parts on one day. A turn that changes no sum counts in the figure that it is of.
 */
export function claimedParts<Claim extends AskedClaim>(
  claims: readonly Claim[],
): ClaimedPart<Claim>[] {
  const turns = turnsOf(claims);
  return apart(turns, paymentsEver(turns)).flatMap((sharing) => {
    const together = asWritten(sharing);
    const out = new Map<Claim, Loss>();
    const left = new Set<Claim>();
    /** Each sum that a claim has asked for, also where it asks for another one since. */
    const ever = new Set<Loss>();
    let standing = 0n;
    let everAsked = 0n;
    return together.flatMap(
      ({ left: leaves, loss, written: _written, ...turn }): ClaimedPart<Claim>[] => {
        const wasOut = left.has(turn.claim);
        if (leaves) {
          left.add(turn.claim);
          ever.add(loss);
          out.set(turn.claim, loss);
        } else out.delete(turn.claim);
        const before = standing;
        standing = wholeLoss(out.values());
        const change = standing - before;
        const more = change > 0n ? change : 0n;
        const askedBefore = everAsked;
        if (leaves) everAsked = ever.size === out.size ? standing : wholeLoss(ever);
        const fresh = between(0n, everAsked - askedBefore, more);
        const amounts = { claimed: fresh, withdrawn: more - change, again: more - fresh };
        const own = !leaves ? "withdrawn" : wasOut || more > fresh ? "again" : "claimed";
        return FIGURES.flatMap((figure) => {
          const amount = amounts[figure];
          const told = amount > 0n || (figure === own && fresh === 0n);
          return told ? [{ ...turn, figure, amount }] : [];
        });
      },
    );
  });
}

/** Keys by which turns belong together: the payments that their claim ever asked for. */
function paymentsEver<Claim extends AskedClaim>(turns: readonly Turn<Claim>[]) {
  const ids = new Map<Claim, Set<string>>();
  for (const { claim, loss } of turns) {
    const known = ids.get(claim) ?? new Set();
    ids.set(claim, known);
    for (const { id } of loss.payments) known.add(id);
  }
  return ({ claim }: Turn<Claim>) => [...(ids.get(claim) ?? [])];
}

const FIGURES: readonly ClaimedFigure[] = ["claimed", "withdrawn", "again"];

function between(least: bigint, value: bigint, most: bigint): bigint {
  if (value >= most) return most;
  return value > least ? value : least;
}

/** The loss behind claims of one currency: those that share a payment have one. */
function wholeLoss(claims: Iterable<Loss>): bigint {
  return lossOf([...claims]).reduce((sum, one) => sum + one.amount, 0n);
}

/** The part each claim adds to the loss behind those before it; parts add up to `lossOf`. */
export function lossParts<Claim extends AskedClaim>(
  dated: readonly { readonly claim: Claim; readonly at: number }[],
): { readonly claim: Claim; readonly at: number; readonly amount: bigint }[] {
  const claimed = [...dated].sort((one, other) => one.at - other.at);
  // Only claims that share a payment of a victim change each other's part.
  return apart(claimed, ({ claim }) => claim.payments.map((payment) => payment.id)).flatMap(
    (together) => {
      let before = 0n;
      return together.map(({ claim, at }, place) => {
        const asked = together.slice(0, place + 1).map((one) => one.claim);
        const whole = wholeLoss(asked);
        const amount = whole - before;
        before = whole;
        return { claim, at, amount };
      });
    },
  );
}

/** Groups that share no key with each other; in each the order stays. */
function apart<One>(all: readonly One[], keysOf: (one: One) => readonly string[]): One[][] {
  const groups = new Map<string, Set<string>>();
  for (const one of all) {
    const joined = new Set(keysOf(one));
    for (const key of [...joined]) for (const other of groups.get(key) ?? []) joined.add(other);
    for (const key of joined) groups.set(key, joined);
  }
  const lists = new Map<unknown, One[]>();
  for (const one of all) {
    const [first] = keysOf(one);
    const group = first === undefined ? one : groups.get(first);
    const list = lists.get(group);
    if (list === undefined) lists.set(group, [one]);
    else list.push(one);
  }
  return [...lists.values()];
}
