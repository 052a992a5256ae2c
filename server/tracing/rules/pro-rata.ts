import { allocate, least } from "../../money/money.ts";
import { OWN, type Part, type Pot, type Way } from "./pot.ts";

interface Mixture {
  readonly own: bigint;
  /** By victim, in the order of their index. */
  readonly held: readonly bigint[];
  readonly paidIn: readonly bigint[];
  readonly victims: bigint;
}

/**
 * The parties that bear one payment below the balance: the holder's own money, then each victim.
 * Never more of one than is there.
 */
type Bearing = (amount: bigint, mixture: Mixture, way: Way) => { own: bigint; victims: bigint[] };

/**
 * Every outgoing tenge carries the mixture's shares of that moment (rolling charge: Shalson v Russo
 * [2005] Ch 281).
 */
export function rollingProRata(): Pot {
  return pool((amount, { own, held }) => {
    const [first = 0n, ...victims] = allocate(amount, [own, ...held]);
    return { own: first, victims };
  });
}

/**
 * Lowest intermediate balance, Greymac form. The holder's own money leaves first (Re Hallett's
 * Estate (1880) 13 Ch D 696; James Roscoe v Winder [1915] 1 Ch 62). What then leaves is borne by
 * the victims by what each has in at that moment (Ontario v Greymac (1986) 55 OR 2d 673).
 */
export function lowestBalance(): Pot {
  return pool(ownFirst(byHolding));
}

/**
 * Own money first. The victims bear the rest by what each has paid in, whatever has left since
 * (Barlow Clowes v Vaughan [1992] 4 All ER 22; Re Registered Securities [1991] 1 NZLR 545). What
 * ended on one account is evened out afterwards: pari-passu.ts.
 */
export function byContribution(): Pot {
  return pool(ownFirst((amount, { held, paidIn }) => byPaidIn(amount, held, paidIn)));
}

/**
 * What can be found again was bought with the victims' money, what is gone was the holder's own (Re
 * Oatway [1903] 2 Ch 356).
 */
export function victimFavourable(): Pot {
  const hide = ownFirst(byHolding);
  return pool((amount, mixture, way) => {
    if (way === "out") return hide(amount, mixture, way);
    const own = mixture.victims < amount ? amount - mixture.victims : 0n;
    return { own, victims: byHolding(amount - own, mixture) };
  });
}

function ownFirst(share: (amount: bigint, mixture: Mixture) => bigint[]): Bearing {
  return (amount, mixture) => {
    const own = least(mixture.own, amount);
    return { own, victims: share(amount - own, mixture) };
  };
}

function byHolding(amount: bigint, { held }: Mixture): bigint[] {
  return allocate(amount, held);
}

/**
 * By contribution; who has less in than his share gives what he has, and the others share what is
 * missing.
 */
function byPaidIn(amount: bigint, held: readonly bigint[], paidIn: readonly bigint[]): bigint[] {
  const parts = held.map(() => 0n);
  let left = amount;
  while (left > 0n) {
    const weights = held.map((there, at) =>
      there > (parts[at] as bigint) ? (paidIn[at] as bigint) : 0n,
    );
    const wanted = allocate(left, weights);
    for (let at = 0; at < held.length; at += 1) {
      const room = (held[at] as bigint) - (parts[at] as bigint);
      const given = least(wanted[at] as bigint, room);
      parts[at] = (parts[at] as bigint) + given;
      left -= given;
    }
  }
  return parts;
}

/**
 * Money mixed past telling apart: sums by owner, victims in the order of their index so that no
 * result depends on who came first.
 */
function pool(bearing: Bearing): Pot {
  let own = 0n;
  let victims = 0n;
  const tags: number[] = [];
  const held: bigint[] = [];
  const paidIn: bigint[] = [];
  return {
    total: () => own + victims,
    add: (tag, amount) => {
      if (tag === OWN) {
        own += amount;
        return;
      }
      victims += amount;
      let at = tags.findIndex((known) => known >= tag);
      if (at === -1) at = tags.length;
      if (tags[at] !== tag) {
        tags.splice(at, 0, tag);
        held.splice(at, 0, 0n);
        paidIn.splice(at, 0, 0n);
      }
      held[at] = (held[at] as bigint) + amount;
      paidIn[at] = (paidIn[at] as bigint) + amount;
    },
    take: (wanted, way) => {
      const total = own + victims;
      const amount = least(wanted, total);
      if (amount === 0n) return [];
      const borne =
        amount === total
          ? { own, victims: held.slice() }
          : victims === 0n
            ? { own: amount, victims: [] }
            : bearing(amount, { own, held, paidIn, victims }, way);
      const parts: Part[] = borne.own > 0n ? [{ tag: OWN, amount: borne.own }] : [];
      own -= borne.own;
      victims -= amount - borne.own;
      for (let at = 0; at < tags.length; at += 1) {
        const share = borne.victims[at] ?? 0n;
        if (share === 0n) continue;
        parts.push({ tag: tags[at] as number, amount: share });
        held[at] = (held[at] as bigint) - share;
      }
      // A zero balance ends all earlier tracing; who paid in before it has no more part in what
      // comes.
      if (victims === 0n) for (const list of [tags, held, paidIn]) list.length = 0;
      return parts;
    },
    takeOf: (tag, amount) => {
      if (tag === OWN) {
        const taken = least(own, amount);
        own -= taken;
        return taken;
      }
      const at = tags.indexOf(tag);
      const there = held[at] ?? 0n;
      const taken = least(there, amount);
      if (taken > 0n) held[at] = there - taken;
      victims -= taken;
      return taken;
    },
  };
}
