import type { ExploreFilter } from "../../contract/exploring.ts";
import type { RowIndex, TransferColumns } from "../columns/columns.ts";
import { DAY } from "../time/instant.ts";
import type { Found, Money, NeighbourRequest } from "./money-questions.ts";
import type { DailyRow, EdgeRow, FlowRow } from "./picture-rows.ts";
import { HOME_OFFSET } from "./query-filter.ts";

/** The same answers as those of the database (graph-queries/exploring), out of the columns. */
export function moneyInColumns(columns: TransferColumns): Money {
  const reader = readerOf(columns);
  return {
    flows: (number, filter) => flowsIn(reader, number, filter),
    daily: (number, filter) => dailyIn(reader, number, filter),
    neighbours: (request) => neighboursIn(reader, request),
    edges: (numbers, filter) => edgesIn(reader, numbers, filter),
  };
}

type Reader = ReturnType<typeof readerOf>;

function readerOf(columns: TransferColumns) {
  const { accounts, currencies, amount, bookedAt } = columns;
  const nameOf = (account: number) => accounts.numbers[account] as string;
  const currencyOf = (row: number) => currencies[columns.currency[row] as number] as string;
  const rowsOf = ({ offsets, rows }: RowIndex, account: number) =>
    rows.subarray(offsets[account], offsets[account + 1]);
  const indexesOf = (numbers: readonly string[]) =>
    [...new Set(numbers)].flatMap((number) => accounts.indexOf(number) ?? []);
  const inTime =
    ({ since, until }: ExploreFilter) =>
    (row: number) =>
      (since === undefined || (bookedAt[row] as number) >= since) &&
      (until === undefined || (bookedAt[row] as number) < until);
  const largeEnough = ({ minimumAmount }: ExploreFilter) => {
    const least = minimumAmount === undefined ? null : BigInt(minimumAmount);
    return (row: number) => least === null || (amount[row] as bigint) >= least;
  };
  const within = (filter: ExploreFilter) => {
    const [timely, large] = [inTime(filter), largeEnough(filter)];
    return (row: number) => timely(row) && large(row);
  };
  return { columns, nameOf, currencyOf, rowsOf, indexesOf, inTime, largeEnough, within };
}

function flowsIn(reader: Reader, number: string, filter: ExploreFilter): FlowRow[] {
  const { columns, nameOf, currencyOf, rowsOf, within } = reader;
  const { accounts, outgoing, incoming, currencies, from, to, amount, bookedAt } = columns;
  const account = accounts.indexOf(number);
  if (account === undefined) return [];
  const isIn = within(filter);
  return (["out", "in"] as const).flatMap((direction) => {
    const [index, other] = direction === "out" ? [outgoing, to] : [incoming, from];
    const flows = new Map<number, Mutable<FlowRow>>();
    for (const row of rowsOf(index, account)) {
      if (!isIn(row)) continue;
      const key = (other[row] as number) * currencies.length + (columns.currency[row] as number);
      const at = bookedAt[row] as number;
      const flow = flows.get(key);
      if (flow === undefined)
        flows.set(key, {
          ...{ direction, other: nameOf(other[row] as number), currency: currencyOf(row) },
          ...{ count: 1, amount: amount[row] as bigint, first: at, last: at },
        });
      else {
        flow.count += 1;
        flow.amount += amount[row] as bigint;
        flow.first = Math.min(flow.first, at);
        flow.last = Math.max(flow.last, at);
      }
    }
    return [...flows.values()];
  });
}

function dailyIn(reader: Reader, number: string, filter: ExploreFilter): DailyRow[] {
  const { columns, currencyOf, rowsOf, largeEnough } = reader;
  const { accounts, outgoing, incoming, currencies, amount, bookedAt } = columns;
  const account = accounts.indexOf(number);
  if (account === undefined) return [];
  const large = largeEnough(filter);
  const days = new Map<number, Mutable<DailyRow>>();
  for (const [index, side] of [
    [incoming, "received"],
    [outgoing, "sent"],
  ] as const)
    for (const row of rowsOf(index, account)) {
      if (!large(row)) continue;
      const day = Math.floor(((bookedAt[row] as number) + Number(HOME_OFFSET)) / DAY);
      const key = day * currencies.length + (columns.currency[row] as number);
      const known = days.get(key);
      const one = known ?? { day, currency: currencyOf(row), received: 0n, sent: 0n };
      if (known === undefined) days.set(key, one);
      one[side] += amount[row] as bigint;
    }
  return [...days.values()].sort(
    (left, right) => left.day - right.day || (left.currency < right.currency ? -1 : 1),
  );
}

function neighboursIn(reader: Reader, request: NeighbourRequest): Found {
  const { numbers, known, direction, least = 1, limit, filter } = request;
  const { columns, nameOf, rowsOf, indexesOf, within } = reader;
  const { outgoing, incoming, from, to, amount } = columns;
  const isIn = within(filter);
  const shown = new Set(indexesOf([...numbers, ...known]));
  const found = new Map<number, { amount: bigint; centres: number; last: number }>();
  for (const centre of indexesOf(numbers))
    for (const [index, other, side] of [
      [outgoing, to, "out"],
      [incoming, from, "in"],
    ] as const) {
      if (direction !== "both" && direction !== side) continue;
      for (const row of rowsOf(index, centre)) {
        const account = other[row] as number;
        if (shown.has(account) || !isIn(row)) continue;
        const one = found.get(account);
        if (one === undefined)
          found.set(account, { amount: amount[row] as bigint, centres: 1, last: centre });
        else {
          one.amount += amount[row] as bigint;
          if (one.last !== centre) one.centres += 1;
          one.last = centre;
        }
      }
    }
  const tied = [...found]
    .filter(([, { centres }]) => centres >= least)
    .sort(([left, one], [right, other]) =>
      one.amount === other.amount ? left - right : one.amount < other.amount ? 1 : -1,
    );
  return {
    found: tied.length,
    numbers: tied.slice(0, limit).map(([account]) => nameOf(account)),
  };
}

function edgesIn(reader: Reader, numbers: readonly string[], filter: ExploreFilter): EdgeRow[] {
  const { columns, nameOf, currencyOf, rowsOf, indexesOf, inTime, largeEnough } = reader;
  const { outgoing, to, amount, bookedAt } = columns;
  const [timely, large] = [inTime(filter), largeEnough(filter)];
  const stage = indexesOf(numbers);
  const isOn = new Set(stage);
  const edges = new Map<string, Mutable<EdgeRow>>();
  for (const payer of stage)
    for (const row of rowsOf(outgoing, payer)) {
      const payee = to[row] as number;
      if (!isOn.has(payee) || !timely(row)) continue;
      const key = `${payer} ${payee} ${columns.currency[row]}`;
      const known = edges.get(key);
      const edge = known ?? {
        ...{ from: nameOf(payer), to: nameOf(payee), currency: currencyOf(row) },
        ...{ count: 0, amount: 0n, first: null, last: null, belowMinimum: 0 },
      };
      if (known === undefined) edges.set(key, edge);
      if (!large(row)) {
        edge.belowMinimum += 1;
        continue;
      }
      const at = bookedAt[row] as number;
      edge.count += 1;
      edge.amount += amount[row] as bigint;
      edge.first = Math.min(edge.first ?? at, at);
      edge.last = Math.max(edge.last ?? at, at);
    }
  const order = ({ from: payer, to: payee, currency }: EdgeRow) => [payer, payee, currency];
  return [...edges.values()].sort((left, right) => compared(order(left), order(right)));
}

type Mutable<Row> = { -readonly [Field in keyof Row]: Row[Field] };

function compared(left: readonly string[], right: readonly string[]): number {
  const at = left.findIndex((text, place) => text !== right[place]);
  return at < 0 ? 0 : (left[at] as string) < (right[at] as string) ? -1 : 1;
}
