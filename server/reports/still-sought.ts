import type { Place } from "../../contract/reports.ts";
import { least } from "../money/money.ts";
import type { Standing } from "./standing.ts";

/**
 * The money of a report that is still looked for. The trace knows the banks' rows only. Money that
 * was blocked and returned, or paid back in cash, is on no row: it must not be asked for again.
 */

/** Money of the report that came back: blocked and returned, or paid by a defendant. */
export interface ReturnedMoney {
  /** Where it had been blocked, or the accounts of who paid; empty = nobody wrote that down. */
  readonly accounts: readonly string[];
  readonly currency: string;
  readonly amount: bigint;
}

/**
 * The standing without what came back. Returned money leaves the account where it was blocked;
 * payments of a defendant leave his accounts first.
 * Beyond that no more is looked for than `outstanding` (minor units by currency): the excess leaves
 * first what may have moved on, then what is held, the smallest sums first.
 */
export function stillSought(
  standing: Standing,
  returned: readonly ReturnedMoney[],
  outstanding: ReadonlyMap<string, bigint>,
): Standing {
  const places = standing.banks.flatMap(({ places: own }) => own).map(sought);
  for (const { accounts, currency, amount } of returned) {
    const from = places.filter(
      ({ place }) => accounts.includes(place.account) && place.currency === currency,
    );
    takeFrom(from, amount);
  }
  for (const [currency, most] of outstanding) {
    const own = places.filter(({ place }) => place.currency === currency).reverse();
    const all = own.reduce((sum, one) => sum + one.held + one.beyondData, 0n);
    takeFrom(own, all - most);
  }
  const left = new Map(places.map((one) => [one.place, shown(one)]));
  const sumOf = (currency: string, name: "held" | "beyondData") =>
    places
      .filter(({ place }) => place.currency === currency)
      .reduce((sum, one) => sum + BigInt(one.place[name]) - one[name], 0n);
  return {
    ...standing,
    sums: standing.sums.map((sum) => ({
      ...sum,
      held: (BigInt(sum.held) - sumOf(sum.currency, "held")).toString(),
      beyondData: (BigInt(sum.beyondData) - sumOf(sum.currency, "beyondData")).toString(),
      outstanding: (outstanding.get(sum.currency) ?? BigInt(sum.stolen)).toString(),
    })),
    banks: standing.banks
      .map((bank) => ({
        ...bank,
        places: bank.places.flatMap((place) => left.get(place) ?? []),
      }))
      .filter(({ places: own, statements }) => own.length + statements.length > 0),
  };
}

interface Sought {
  readonly place: Place;
  held: bigint;
  beyondData: bigint;
}

function sought(place: Place): Sought {
  return { place, held: BigInt(place.held), beyondData: BigInt(place.beyondData) };
}

function takeFrom(places: readonly Sought[], amount: bigint): void {
  let rest = amount;
  for (const what of ["beyondData", "held"] as const) {
    for (const place of places) {
      if (rest <= 0n) return;
      const part = least(rest, place[what]);
      place[what] -= part;
      rest -= part;
    }
  }
}

/** Empty where nothing is looked for there any more. */
function shown({ place, held, beyondData }: Sought): Place[] {
  if (held + beyondData === 0n) return [];
  const most = (amount: string) => least(BigInt(amount), held).toString();
  // By another rule more may be held there; but never more than is still looked for.
  const isWhole = held === BigInt(place.held);
  return [
    {
      ...place,
      held: held.toString(),
      beyondData: beyondData.toString(),
      reported: least(BigInt(place.reported), beyondData).toString(),
      notThere: least(BigInt(place.notThere), beyondData).toString(),
      heldLeast: isWhole ? place.heldLeast : most(place.heldLeast),
      heldMost: isWhole ? place.heldMost : most(place.heldMost),
    },
  ];
}
