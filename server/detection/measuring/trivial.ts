import { CHANNELS, type TransferColumns } from "../../columns/columns.ts";
import { DAY, HOME_ZONE, offsetMilliseconds } from "../../time/instant.ts";
import { isolationForest } from "./isolation-forest.ts";

/**
 * Columns that have nothing to do with droppers. Where one of them ranks the labelled accounts
 * well, the labels leak (Kaufman et al., "Leakage in data mining", TKDD 2012). A score counts only
 * as far as it beats the best of these.
 */
export interface TrivialColumn {
  readonly name: string;
  readonly values: Float64Array;
}

export function trivialColumns(columns: TransferColumns): TrivialColumn[] {
  const count = columns.accounts.length;
  const column = () => new Float64Array(count);
  const received = column();
  const paid = column();
  const smallest = column().fill(Number.POSITIVE_INFINITY);
  const largest = column();
  const latest = column();
  const channels = CHANNELS.map(column);
  const senders = Array.from({ length: count }, () => new Set<number>());
  const partners = Array.from({ length: count }, () => new Set<number>());
  const zone = offsetMilliseconds(HOME_ZONE) ?? 0;
  for (let row = 0; row < columns.length; row += 1) {
    const [from, to] = [columns.from[row] as number, columns.to[row] as number];
    const amount = Number(columns.amount[row]);
    const time = ((columns.bookedAt[row] as number) + zone) % DAY;
    add(received, to);
    add(paid, from);
    senders[to]?.add(from);
    partners[to]?.add(from);
    partners[from]?.add(to);
    for (const account of [from, to]) {
      smallest[account] = Math.min(smallest[account] as number, amount);
      largest[account] = Math.max(largest[account] as number, amount);
      latest[account] = Math.max(latest[account] as number, time);
      add(channels[columns.channel[row] as number] as Float64Array, account);
    }
  }
  const sizes = (sets: readonly Set<number>[]) => Float64Array.from(sets, (set) => set.size);
  const finite = smallest.map((value) => (Number.isFinite(value) ? value : 0));
  const counts = [
    received,
    paid,
    sizes(senders),
    sizes(partners),
    finite,
    largest,
    latest,
    ...channels,
  ];
  return [
    { name: "in-degree (receipts)", values: received },
    { name: "different senders", values: sizes(senders) },
    { name: "all counterparties", values: sizes(partners) },
    { name: "smallest amount, high first", values: finite },
    { name: "smallest amount, low first", values: finite.map((value) => -value) },
    { name: "largest amount", values: largest },
    { name: "latest time of day", values: latest },
    { name: "account number order", values: Float64Array.from({ length: count }, (_, at) => at) },
    {
      name: "account number order, reversed",
      values: Float64Array.from({ length: count }, (_, at) => -at),
    },
    ...CHANNELS.map((name, at) => ({
      name: `channel count: ${name}`,
      values: channels[at] as Float64Array,
    })),
    ...CHANNELS.map((name, at) => ({
      name: `channel count: ${name}, low first`,
      values: (channels[at] as Float64Array).map((value) => -value),
    })).filter((_, at) => (channels[at] as Float64Array).some((value) => value > 0)),
    { name: "isolation forest on counts", values: isolationForest(counts) },
  ];
}

function add(values: Float64Array, at: number): void {
  values[at] = (values[at] as number) + 1;
}
