import { DAY, HOME_ZONE, offsetMilliseconds } from "../../time/instant.ts";
import { operatedTogether } from "./operator-sentences.ts";
import type { Facts, SaidSentence } from "./sentence-facts.ts";
import { exitOf, isOneWayFor, isShown, lifeOf, pairRows, rowsOf } from "./sentence-facts.ts";
import {
  type Check,
  compare,
  different,
  hoursBetween,
  must,
  paidBy,
  receivedBy,
  sumFigures,
} from "./sentence-figures.ts";

const ZONE = offsetMilliseconds(HOME_ZONE) ?? 0;
/** A stranger's dealings last a day at most, brief ones a week. */
const STRANGER = 1;
const BRIEF = 7;

/** Sentences of the shape of dealings and of habits. */
export const SHAPE_CHECKS: Readonly<Record<string, Check>> = {
  "burst-in": (facts, said) => burst(facts, said, true),
  "burst-out": (facts, said) => burst(facts, said, false),
  "burst-member": burstMember,
  loops,
  cycle,
  chain,
  repeats,
  night,
  "below-limit": belowLimit,
  "large-receipt": largeReceipt,
  woken,
  young,
  "shared-phone": (facts, said) => shared(facts, said, "phone"),
  "shared-device": (facts, said) => shared(facts, said, "device"),
  listed: () => [],
  "operated-together": operatedTogether,
  partner,
};

function ends({ columns }: Facts, row: number): [payer: number, payee: number] {
  return [columns.from[row]!, columns.to[row]!];
}

/** Every transfer between the two ends of a row is among the rows named. */
function isAllOfPair(facts: Facts, row: number, named: ReadonlySet<number>): boolean {
  const [payer, payee] = ends(facts, row);
  const all = [...pairRows(facts, payer, payee), ...pairRows(facts, payee, payer)];
  return all.every((one) => named.has(one));
}

function burst(facts: Facts, said: SaidSentence, incoming: boolean): string[] {
  const own = incoming ? receivedBy(facts, said) : paidBy(facts, said);
  const named = new Set(said.rows);
  const others = own.map((row) => ends(facts, row)[incoming ? 0 : 1]);
  return [
    ...compare(said, {
      people: different(others),
      hours: hoursBetween(facts, said.rows),
      ...sumFigures(facts, said.rows),
    }),
    ...must(own.length === said.rows.length, "rows that are not its own"),
    ...must(
      own.every((row) => isAllOfPair(facts, row, named)),
      "other transfers with the same counterparty",
    ),
    ...must(
      own.every((row) => isOneWayFor(facts, ...ends(facts, row), STRANGER)),
      "no stranger",
    ),
  ];
}

function burstMember(facts: Facts, said: SaidSentence): string[] {
  const { columns } = facts;
  const isOfOthers = (row: number) => {
    const [payer, payee] = ends(facts, row);
    const incoming = payer === said.account;
    const centre = incoming ? payee : payer;
    const sides = rowsOf(facts, centre).filter((other) =>
      incoming ? columns.to[other] === centre : columns.from[other] === centre,
    );
    return different(sides.map((other) => ends(facts, other)[incoming ? 0 : 1])) >= 2;
  };
  return [
    ...compare(said, { transfers: said.rows.length, ...sumFigures(facts, said.rows) }),
    ...must(said.rows.length > 0, "no transfer"),
    ...must(said.rows.every(isOfOthers), "nobody else in the burst"),
    ...must(
      said.rows.every((row) => isOneWayFor(facts, ...ends(facts, row), STRANGER)),
      "no stranger",
    ),
  ];
}

function loops(facts: Facts, said: SaidSentence): string[] {
  const pairs = new Map(said.rows.map((row) => [ends(facts, row).join(" "), ends(facts, row)]));
  const accounts = new Set([...pairs.values()].flat());
  return [
    ...compare(said, {
      loops: pairs.size - accounts.size + 1,
      accounts: accounts.size,
      ...sumFigures(facts, said.rows),
    }),
    ...must(pairs.size >= accounts.size, "no circle"),
    ...must(accounts.has(said.account), "the account is outside"),
    ...must(isConnected([...pairs.values()], said.account, accounts.size), "not one group"),
    ...must(
      [...pairs.values()].every(([payer, payee]) => isOneWayFor(facts, payer, payee, STRANGER)),
      "no strangers",
    ),
  ];
}

function isConnected(
  pairs: readonly (readonly [number, number])[],
  from: number,
  size: number,
): boolean {
  const reached = new Set([from]);
  for (let before = 0; before !== reached.size; ) {
    before = reached.size;
    for (const [payer, payee] of pairs)
      if (reached.has(payer) || reached.has(payee)) reached.add(payer).add(payee);
  }
  return reached.size === size;
}

/** From some account on each payment is booked no more than a day before the one that fed it. */
function cycle(facts: Facts, said: SaidSentence): string[] {
  const next = new Map(said.rows.map((row) => ends(facts, row)));
  const goesRound = (start: number) => {
    let [at, since] = [start, Number.NEGATIVE_INFINITY];
    for (let step = 0; step < next.size; step += 1) {
      const to = next.get(at);
      if (to === undefined) return false;
      const times = said.rows
        .filter((row) => ends(facts, row)[0] === at)
        .map((row) => facts.columns.bookedAt[row]!);
      const latest = Math.max(...times);
      if (latest < since - DAY) return false;
      since = Math.max(since, Math.min(...times));
      at = to;
    }
    return at === start;
  };
  return [
    ...compare(said, { accounts: next.size, hours: hoursBetween(facts, said.rows) }),
    ...must(next.has(said.account), "the account is outside"),
    ...must([...next.keys()].some(goesRound), "money does not come back"),
  ];
}

function chain(facts: Facts, said: SaidSentence): string[] {
  const { columns } = facts;
  const linked = said.rows.every((row, at) => {
    const next = said.rows[at + 1];
    if (next === undefined) return true;
    const inTime = columns.bookedAt[next]! >= columns.bookedAt[row]!;
    return inTime && columns.to[row] === columns.from[next];
  });
  const accounts = new Set(said.rows.flatMap((row) => ends(facts, row)));
  return [
    ...compare(said, { accounts: accounts.size, hours: hoursBetween(facts, said.rows) }),
    ...must(linked, "no way in time"),
    ...must(accounts.has(said.account), "the account is outside"),
    ...must(
      said.rows.every((row) => isOneWayFor(facts, ...ends(facts, row), BRIEF)),
      "no strangers",
    ),
  ];
}

function repeats(facts: Facts, said: SaidSentence): string[] {
  const pairs = new Map(said.rows.map((row) => [ends(facts, row).join(" "), ends(facts, row)]));
  const named = new Set(said.rows);
  return [
    ...compare(said, {
      pairs: pairs.size,
      transfers: said.rows.length,
      ...sumFigures(facts, said.rows),
    }),
    ...must(
      said.rows.every((row) => isAllOfPair(facts, row, named)),
      "dealt at other times too",
    ),
    ...[...pairs.values()].flatMap(([payer, payee]) => {
      const rows = pairRows(facts, payer, payee);
      return must(rows.length >= 2 && lifeOf(facts, rows) <= 3, "not within three days");
    }),
  ];
}

function night(facts: Facts, said: SaidSentence): string[] {
  const { columns } = facts;
  const sinceMidnight = (row: number) => (columns.bookedAt[row]! + ZONE) % DAY;
  const own = rowsOf(facts, said.account);
  const atNight = own.filter((row) => sinceMidnight(row) > 0 && sinceMidnight(row) < 5 * 3_600_000);
  return [
    ...compare(said, { transfers: atNight.length, of: own.length }),
    ...must(atNight.length === said.rows.length, "other rows"),
  ];
}

function belowLimit(facts: Facts, said: SaidSentence): string[] {
  const limits = [500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000].map((sum) => sum * 100);
  const isBelow = (row: number) => {
    const sum = Number(facts.columns.amount[row]);
    return limits.some((limit) => sum < limit && sum >= 0.9 * limit);
  };
  return [
    ...compare(said, { transfers: said.rows.length, ...sumFigures(facts, said.rows) }),
    ...must(receivedBy(facts, said).length === said.rows.length, "not received"),
    ...must(said.rows.every(isBelow), "not below a limit"),
    ...must(sumFigures(facts, said.rows).currency === "KZT", "a limit of another currency"),
  ];
}

function largeReceipt(facts: Facts, said: SaidSentence): string[] {
  const [row, ...more] = said.rows;
  if (row === undefined || more.length > 0) return ["not one transfer"];
  return [
    ...compare(said, sumFigures(facts, said.rows)),
    ...must(receivedBy(facts, said).length === 1, "not received"),
    ...must(isOneWayFor(facts, ...ends(facts, row), BRIEF), "dealt with for longer"),
  ];
}

function woken(facts: Facts, said: SaidSentence): string[] {
  const { columns } = facts;
  const first = columns.bookedAt[said.rows[0] as number]!;
  const since = first - Number(said.params.days) * DAY;
  const own = rowsOf(facts, said.account);
  const week = own.filter((row) => {
    const at = columns.bookedAt[row]!;
    return at >= first && at <= first + 7 * DAY;
  });
  const busy = own.some((row) => {
    const at = columns.bookedAt[row]!;
    return at > since && at < first;
  });
  return [
    ...compare(said, { transfers: week.length, ...sumFigures(facts, week) }),
    ...must(week.length === said.rows.length, "other rows"),
    ...must(!busy, "not silent"),
    ...must(since >= facts.first - DAY, "silent before the data began"),
    ...must(isShown(facts, said.account, since, first), "days that are not held"),
  ];
}

function young(facts: Facts, said: SaidSentence): string[] {
  const { columns } = facts;
  const opened = columns.accounts.openedAt[said.account]!;
  const first = rowsOf(facts, said.account).find(
    (row) =>
      columns.to[row] === said.account &&
      exitOf(facts, columns.from[row]!) === "" &&
      isOneWayFor(facts, columns.from[row]!, said.account, BRIEF) &&
      isApart(facts, columns.from[row]!, said.account),
  );
  // A first receipt that a hub paid is no stranger's; detection leaves hubs out.
  if (first === undefined || said.rows[0] === undefined) return ["no receipt of a stranger"];
  const at = columns.bookedAt[said.rows[0]]!;
  return [
    ...compare(said, { days: Math.floor((at - opened) / DAY) }),
    ...must(at >= opened && at >= columns.bookedAt[first]!, "paid before"),
    ...must(isShown(facts, said.account, opened, at), "days that are not held"),
  ];
}

/** Not known to be of one holder. */
function isApart({ columns }: Facts, left: number, right: number): boolean {
  const { holder } = columns.accounts;
  return holder[left] === -1 || holder[left] !== holder[right];
}

function shared(facts: Facts, said: SaidSentence, what: "phone" | "device"): string[] {
  const { accounts } = facts.columns;
  const text = accounts[what][said.account];
  const own = accounts.holder[said.account];
  const others = accounts.numbers.filter((number, at) => {
    const other = accounts.holder[at];
    const known = own !== -1 && other !== -1 && other !== own;
    return known && accounts[what][at] === text && facts.ranked.has(number);
  });
  return [
    ...compare(said, { accounts: others.length }),
    ...must(text !== "" && others.length > 0, "nobody shares it"),
  ];
}

function partner(facts: Facts, said: SaidSentence): string[] {
  const number = String(said.params.account);
  const other = facts.columns.accounts.indexOf(number);
  const known = facts.ranked.get(number);
  if (other === undefined || !known) return ["an account nobody knows"];
  return [
    ...compare(said, { points: known.points }),
    ...must(known.points > 0, "does not stand out"),
    ...must(said.rows.length > 0, "no transfer"),
    ...must(
      said.rows.every((row) => {
        const both = ends(facts, row);
        return both.includes(said.account) && both.includes(other);
      }),
      "transfers of others",
    ),
  ];
}
