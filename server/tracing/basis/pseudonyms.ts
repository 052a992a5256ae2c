import type { Basis, BasisVictim, Movement } from "./basis.ts";

/** Accounts, transfers and victims that a package names anyway. */
export interface Named {
  readonly accounts: ReadonlySet<string>;
  readonly transfers: ReadonlySet<string>;
  /** Keys of the victims of its traces. */
  readonly victims: ReadonlySet<string>;
}

/**
 * The basis with everybody else under pseudonyms: numbers in the order in which they first appear.
 * A number says nothing of whom it stands for, and nothing leads back from it, with or without a
 * key (docs/decisions/085-movements-under-pseudonyms.md).
 */
export function underPseudonyms(basis: Basis, named: Named): Basis {
  const account = numbered("other-a", named.accounts);
  const transfer = numbered("other-t", named.transfers);
  const victim = numbered("other-v", named.victims);
  const linked = (id: string | null) => (id === null ? null : transfer(id));
  return {
    ...basis,
    movements: basis.movements.map(
      (one): Movement => ({
        ...one,
        id: transfer(one.id),
        from: account(one.from),
        to: account(one.to),
        reverses: linked(one.reverses),
        exchangedFor: linked(one.exchangedFor),
      }),
    ),
    accounts: basis.accounts.map((one) => ({ ...one, account: account(one.account) })),
    balances: basis.balances.map((one) => ({ ...one, account: account(one.account) })),
    days: basis.days.map((one) => ({ ...one, account: account(one.account) })),
    victims: basis.victims.map((one) => ({
      key: victim(one.key),
      accounts: one.accounts.map(account),
    })),
  };
}

/**
 * The same with the other victims after the named ones, in the order of their thefts. The order of
 * their keys would tell between whose IIN theirs lies; it decides nothing but a last tiyn.
 */
export function othersLast(basis: Basis, named: Named): Basis {
  const firstTheft = (place: number) =>
    basis.movements.findIndex(({ stolen }) => stolen?.victim === place);
  const rank = ({ key }: BasisVictim, place: number) =>
    named.victims.has(key) ? -1 : firstTheft(place);
  const order = basis.victims
    .map((victim, place) => ({ victim, place, rank: rank(victim, place) }))
    .sort((left, right) => left.rank - right.rank || left.place - right.place);
  const placeOf = new Map(order.map(({ place }, at) => [place, at]));
  return {
    ...basis,
    victims: order.map(({ victim }) => victim),
    movements: basis.movements.map((one) =>
      one.stolen === null
        ? one
        : { ...one, stolen: { ...one.stolen, victim: placeOf.get(one.stolen.victim) ?? 0 } },
    ),
  };
}

function numbered(prefix: string, named: ReadonlySet<string>): (text: string) => string {
  const numbers = new Map<string, string>();
  return (text) => {
    if (named.has(text)) return text;
    const known = numbers.get(text) ?? `${prefix}${numbers.size + 1}`;
    numbers.set(text, known);
    return known;
  };
}
