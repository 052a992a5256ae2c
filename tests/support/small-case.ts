import type { AccountRecord, TransferRecord } from "../../server/columns/build.ts";
import { DAY, HOUR } from "../../server/time/instant.ts";

export const SMALL_CASE_START = Date.UTC(2026, 0, 1) - 5 * HOUR;
export const SMALL_CASE_DAYS = 100;

/**
 * Two victims reported what they paid to `DROPPER`, who hands everything on to `SECOND`; `SECOND`
 * draws it as cash. `OTHER-VICTIM` paid the dropper too and reported nothing. `SELLER` was paid once
 * by a victim for goods and kept the money. `NEXT` is paid by `SECOND` and nobody holds its days.
 */
const rows: TransferRecord[] = [];
function pay(day: number, from: string, to: string, thousand: number, hours = 0): string {
  const id = `${rows.length}`;
  rows.push({
    id,
    from,
    to,
    amount: BigInt(thousand) * 100_000n,
    bookedAt: SMALL_CASE_START + day * DAY + hours * HOUR,
    channel: to.startsWith("EXIT") ? "cash" : "transfer",
  });
  return id;
}
export const STOLEN = {
  first: pay(10, "VICTIM-1", "DROPPER", 100),
  second: pay(12, "VICTIM-2", "DROPPER", 80, 2),
  wrong: pay(11, "VICTIM-1", "SELLER", 90),
};
pay(10, "DROPPER", "SECOND", 95, 3);
pay(12, "DROPPER", "SECOND", 76, 4);
pay(13, "OTHER-VICTIM", "DROPPER", 120);
pay(13, "DROPPER", "SECOND", 115, 5);
pay(10, "SECOND", "EXIT:cash:-", 92, 8);
pay(12, "SECOND", "NEXT", 70, 8);
pay(13, "SECOND", "NEXT", 110, 9);
for (let day = 0; day < SMALL_CASE_DAYS; day += 7) {
  pay(day, "SELLER", "SHOP", 12);
  pay(day, "FRIEND", "SECOND", 3);
  pay(day, "SECOND", "FRIEND", 2);
}
const accounts: AccountRecord[] = [
  { number: "EXIT:cash:-", exitKind: "cash" },
  { number: "SHOP", holderKind: "organisation", holderKey: "081140000436" },
];
export const smallCase = { rows, accounts, held: ["DROPPER", "SECOND", "SELLER"] } as const;

/** The same as files of our own. */
export function smallCaseFiles(): Readonly<Record<string, string>> {
  const day = (at: number) => new Date(at + 5 * HOUR).toISOString().slice(0, 19);
  const lines = rows.map(({ id, from, to, amount, bookedAt, channel }) =>
    [
      id,
      `${day(bookedAt)}+05:00`,
      `${amount / 100n}.00`,
      "KZT",
      from,
      to.startsWith("EXIT") ? "" : to,
      to === "SHOP" ? "081140000436" : "",
      channel,
    ].join(","),
  );
  const last = day(SMALL_CASE_START + (SMALL_CASE_DAYS - 1) * DAY).slice(0, 10);
  const reports = [
    ["r1", "VICTIM-1", STOLEN.first],
    ["r2", "VICTIM-2", STOLEN.second],
    ["r3", "VICTIM-1", STOLEN.wrong],
  ];
  return {
    "transfers.csv": `transfer_id,booked_at,amount,currency,from_account,to_account,to_iin,channel\n${lines.join("\n")}\n`,
    "statements.csv": `account,from,to\n${smallCase.held.map((one) => `${one},2026-01-01,${last}`).join("\n")}\n`,
    "reports.csv": `report_id,reported_at,victim_account,transfer_id\n${reports.map(([id, victim, transfer]) => `${id},2026-02-01T10:00:00+05:00,${victim},${transfer}`).join("\n")}\n`,
  };
}
