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

/** Columns of a session log, each by itself: what one could rank accounts by without any thought. */
export function sessionColumns(
  sessions: readonly string[],
  accounts: readonly string[],
  labels: readonly string[],
) {
  const label = new Map(labels.map((line) => line.split(",") as [string, string]));
  const numbers = accounts.map((line) => line.split(",")[0] as string);
  const rows = new Map<string, Session[]>(numbers.map((number) => [number, []]));
  const byThing = { device_id: new Map(), ip: new Map(), phone: new Map() } as Readonly<
    Record<"device_id" | "ip" | "phone", Map<string, Set<string>>>
  >;
  for (const line of sessions) {
    const [account = "", at = "", event = "", device_id = "", model = "", ip = "", phone = ""] =
      line.split(",");
    rows.get(account)?.push({ at, event, device_id, model, ip, phone });
    for (const [thing, users] of Object.entries(byThing)) {
      const name = { device_id, ip, phone }[thing as keyof typeof byThing];
      if (name === "") continue;
      const known = users.get(name) ?? new Set<string>();
      users.set(name, known.add(account));
    }
  }
  const own = numbers.map((number) => rows.get(number) ?? []);
  const columns: Record<string, number[]> = {};
  const measure = (name: string, of: (list: readonly Session[]) => number) => {
    columns[name] = own.map(of);
    columns[`${name}, reversed`] = own.map((list) => -of(list));
  };
  const clock = ({ at }: Session) => Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16));
  const different = (list: readonly Session[], what: keyof Session) =>
    new Set(list.map((row) => row[what]).filter((text) => text !== "")).size;
  measure("sessions", (list) => list.length);
  measure("devices", (list) => different(list, "device_id"));
  measure("models", (list) => different(list, "model"));
  measure("addresses", (list) => different(list, "ip"));
  measure("phones", (list) => different(list, "phone"));
  for (const event of new Set(own.flat().map((row) => row.event)))
    measure(`event ${event}`, (list) => list.filter((row) => row.event === event).length);
  measure("night", (list) => list.filter((row) => clock(row) < 360).length);
  measure("latest time of day", (list) => Math.max(-1, ...list.map(clock)));
  measure("last day", (list) => Date.parse(list.at(-1)?.at ?? "1970-01-01"));
  measure("last registration", (list) =>
    Math.max(0, ...list.map(({ at, event }) => (/regist/.test(event) ? Date.parse(at) : 0))),
  );
  for (const thing of ["device_id", "ip", "phone"] as const) {
    const users = (row: Session) => byThing[thing].get(row[thing])?.size ?? 0;
    measure(`most accounts on one ${thing}`, (list) => Math.max(0, ...list.map(users)));
    measure(`fewest accounts on one ${thing}`, (list) => Math.min(999, ...list.map(users)));
    measure(`first ${thing} by alphabet`, (list) =>
      [...(list.map((row) => row[thing]).sort()[0] ?? "")].reduce(
        (sum, letter) => (sum * 131 + letter.charCodeAt(0)) % 1e9,
        0,
      ),
    );
  }
  for (const model of new Set(own.flat().map((row) => row.model)))
    measure(`model ${model}`, (list) => list.filter((row) => row.model === model).length);
  const active = own.map((list) => list.length > 0);
  const keep = <T>(values: readonly T[]) => values.filter((_, i) => active[i]);
  return {
    columns: Object.fromEntries(
      Object.entries(columns).map(([name, values]) => [name, keep(values)]),
    ),
    labels: keep(numbers.map((number): number => (label.get(number) === "1" ? 1 : 0))),
  };
}

interface Session {
  readonly at: string;
  readonly event: string;
  readonly device_id: string;
  readonly model: string;
  readonly ip: string;
  readonly phone: string;
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
