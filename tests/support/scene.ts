import { z } from "zod";
import { seededRandom } from "../../contract/seeded-random.ts";
import type { Channel, TransferColumns } from "../../server/columns/columns.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { columnsFrom } from "./columns.ts";

/**
 * A small town for detection tests: ordinary life of `people` over 90 days, one shop everybody goes
 * to, and a network of droppers.
 */
export interface Scene {
  readonly accounts: SceneAccount[];
  readonly transfers: SceneTransfer[];
  readonly reports: { id: string; victim: string; transferIds: string[] }[];
  readonly droppers: string[];
  readonly victims: string[];
  readonly shop: string;
}

export interface SceneAccount {
  number: string;
  holder: string | null;
  holderKind: "person" | "organisation";
  exit: "cash" | null;
  /** What the account list says it is. */
  kind?: string;
  phone: string | null;
  device: string | null;
  openedAt: number | null;
}

export interface SceneTransfer {
  id: string;
  from: string;
  to: string;
  amount: bigint;
  bookedAt: number;
  channel: Channel;
  /** The bank's reference. */
  documentNumber?: string;
}

const START = Date.parse("2026-01-05T00:00:00+05:00");
const DAY = 86_400_000;
const HOUR = 3_600_000;

export function scene(options: { seed?: number; people?: number; planted?: boolean } = {}): Scene {
  const { seed = 1, people = 600, planted = true } = options;
  const random = seededRandom(seed);
  const pick = (count: number) => Math.floor(random() * count);
  const person = (index: number) => `KZ00P${String(index).padStart(5, "0")}`;
  const cash = "EXIT:cash:-";
  const shop = "KZ00SHOP";
  const account = (number: string): SceneAccount => ({
    number,
    holder: `H-${number}`,
    holderKind: "person",
    exit: null,
    phone: null,
    device: null,
    openedAt: START - 900 * DAY,
  });
  const accounts: SceneAccount[] = Array.from({ length: people }, (_, index) =>
    account(person(index)),
  );
  accounts.push({ ...account(shop), holderKind: "organisation" });
  accounts.push({ ...account(cash), holder: null, exit: "cash", openedAt: null });
  const transfers: SceneTransfer[] = [];
  const pay = (
    from: string,
    to: string,
    tenge: number,
    at: number,
    channel: Channel = "transfer",
  ) =>
    transfers.push({
      id: `t${transfers.length}`,
      from,
      to,
      amount: BigInt(Math.round(tenge)) * 100n,
      bookedAt: Math.round(at),
      channel,
    });
  const sometime = () => START + random() * 90 * DAY;
  for (let index = 0; index < people; index += 1) {
    const me = person(index);
    const friends = [1, 2, 3].map((step) => person((index + step) % people));
    for (let times = 0; times < 6; times += 1)
      pay(me, friends[pick(3)] as string, 2_000 + random() * 30_000, sometime());
    for (let times = 0; times < 4; times += 1)
      pay(me, shop, 1_000 + random() * 20_000, sometime(), "pos");
    if (random() < 0.6)
      pay(
        me,
        person((index + 5 + pick(people - 10)) % people),
        5_000 + random() * 40_000,
        sometime(),
      );
    if (random() < 0.5)
      pay(me, friends[pick(3)] as string, 200_000 + random() * 900_000, sometime());
    if (random() < 0.5) pay(me, cash, 10_000 + random() * 30_000, sometime(), "cash");
  }
  const reports: Scene["reports"] = [];
  const droppers = [10, 120, 230, 340, 450].map(person);
  const victims = [17, 95, 160, 275, 390, 520, 570].map(person);
  if (planted) {
    const [collector, left, right, end, drawer] = droppers as [
      string,
      string,
      string,
      string,
      string,
    ];
    victims.forEach((victim, index) => {
      const at = START + 40 * DAY + index * 5 * HOUR;
      pay(victim, collector, 300_000 + index * 70_000, at);
      if (index < 3)
        reports.push({ id: `R${index}`, victim, transferIds: [`t${transfers.length - 1}`] });
      const half = (300_000 + index * 70_000) * 0.97;
      const via = index % 2 === 0 ? left : right;
      pay(collector, via, half, at + 0.6 * HOUR);
      pay(via, end, half * 0.97, at + 1.4 * HOUR);
      pay(end, drawer, half * 0.94, at + 2.1 * HOUR);
      pay(drawer, cash, half * 0.9, at + 2.9 * HOUR, "cash");
    });
  }
  return { accounts, transfers, reports, droppers, victims, shop };
}

export function columnsOf(from: Scene): TransferColumns {
  return columnsFrom(
    from.accounts.map((one) => ({
      number: one.number,
      holderKey: one.holder,
      holderKind: one.holder === null ? "unknown" : one.holderKind,
      exitKind: one.exit,
      openedAt: one.openedAt,
    })),
    from.transfers.map((one, order) => ({ ...one, order })),
  );
}

export async function fill(database: Database, from: Scene, source = "s1"): Promise<void> {
  const number = (value: number | null) => (value === null ? null : BigInt(value));
  await database.queries.write(
    "support/fill-for-tests",
    {
      source: { id: source, loadedAt: 1n },
      accounts: from.accounts.map((one) => ({
        ...one,
        kind: one.kind ?? null,
        openedAt: number(one.openedAt),
      })),
      transfers: from.transfers.map((one, order) => ({
        ...one,
        bookedAt: BigInt(one.bookedAt),
        order: BigInt(order),
      })),
      reports: from.reports,
    },
    z.unknown(),
  );
}
