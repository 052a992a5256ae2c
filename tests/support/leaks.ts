/**
 * Columns that say nothing about droppers if a scenario is honest: a generator that leaks shows
 * here first.
 */
export function trivialColumns(
  transfers: readonly string[],
  accounts: readonly string[],
  labels: readonly string[],
) {
  const label = new Map(labels.map((line) => line.split(",") as [string, string]));
  const numbers = accounts.map((line) => line.split(",")[0] as string);
  const index = new Map(numbers.map((number, i) => [number, i]));
  const zeros = () => new Array<number>(numbers.length).fill(0);
  const columns: Record<string, number[]> = {};
  const column = (name: string): number[] => {
    columns[name] ??= zeros();
    return columns[name];
  };
  const senders = numbers.map(() => new Set<number>());
  const receivers = numbers.map(() => new Set<number>());
  const smallest = zeros().fill(Number.POSITIVE_INFINITY);
  const bump = (name: string, at: number, by = 1) => {
    const values = column(name);
    values[at] = (values[at] ?? 0) + by;
  };
  const raise = (name: string, at: number, value: number) => {
    const values = column(name);
    values[at] = Math.max(values[at] ?? 0, value);
  };
  for (const line of transfers) {
    const [, bookedAt, amountText, , from, to, , , , , , , channel] = line.split(",") as string[];
    const amount = Number(amountText);
    const clock = (bookedAt as string).slice(11, 19);
    const seconds =
      Number(clock.slice(0, 2)) * 3600 + Number(clock.slice(3, 5)) * 60 + Number(clock.slice(6));
    const [payer, payee] = [index.get(from as string), index.get(to as string)];
    for (const [at, way] of [
      [payer, "out"],
      [payee, "in"],
    ] as const) {
      if (at === undefined) continue;
      bump("transfers", at);
      bump(`transfers ${way}`, at);
      bump(`money ${way}`, at, amount);
      bump(`channel ${channel}`, at);
      raise(`largest amount ${way}`, at, amount);
      raise("latest time of day", at, seconds);
      raise("earliest time of day", at, 86_400 - seconds);
      if (seconds < 6 * 3600) bump("night", at);
      if (amount % 1_000 === 0) bump("round amounts", at);
      smallest[at] = Math.min(smallest[at] ?? 0, amount);
    }
    if (payer !== undefined && payee !== undefined) {
      senders[payee]?.add(payer);
      receivers[payer]?.add(payee);
    }
  }
  columns["different senders"] = senders.map((set) => set.size);
  columns["different receivers"] = receivers.map((set) => set.size);
  columns["all counterparties"] = senders.map(
    (set, i) => new Set([...set, ...(receivers[i] ?? [])]).size,
  );
  columns["smallest amount"] = smallest.map((value) => (Number.isFinite(value) ? value : -1));
  columns["smallest amount, reversed"] = smallest.map((value) => -value);
  columns["account number order"] = numbers.map((_, i) => i);
  columns["newest first"] = accounts.map((line) => Date.parse(line.split(",")[4] as string));
  columns["IIN order"] = accounts.map((line) => Number(line.split(",")[2]));
  // Only active accounts count, as in any list one would look at.
  const active = numbers.map((_, i) => (columns.transfers?.[i] ?? 0) > 0);
  const keep = <T>(values: readonly T[]) => values.filter((_, i) => active[i]);
  return {
    columns: Object.fromEntries(
      Object.entries(columns).map(([name, values]) => [name, keep(values)]),
    ),
    labels: keep(numbers.map((number): number => (label.get(number) === "1" ? 1 : 0))),
  };
}

/**
 * Area under the precision-recall steps, highest score first; ties are taken together, so that
 * their order cannot help.
 */
export function averagePrecision(scores: readonly number[], labels: readonly number[]): number {
  const order = scores.map((_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const positives = labels.reduce<number>((sum, label) => sum + label, 0);
  let [seen, found, area] = [0, 0, 0];
  for (let i = 0; i < order.length; ) {
    const score = scores[order[i] as number];
    const before = found;
    for (; i < order.length && scores[order[i] as number] === score; i++) {
      seen++;
      found += labels[order[i] as number] ?? 0;
    }
    area += ((found - before) / positives) * (found / seen);
  }
  return area;
}
