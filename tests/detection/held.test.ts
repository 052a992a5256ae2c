import { describe, expect, it } from "vitest";
import type { TransferRecord } from "../../server/columns/build.ts";
import { canonicalColumns } from "../../server/columns/canonical.ts";
import type { HeldDays } from "../../server/columns/dumped-banks.ts";
import { dormancy } from "../../server/detection/indicators/dormancy.ts";
import { matchedPayment } from "../../server/detection/indicators/matched-payment.ts";
import { heldOf } from "../../server/detection/network/held.ts";
import { contextOf } from "../../server/detection/run/detect.ts";
import { DAY } from "../../server/time/instant.ts";
import { columnsFrom } from "../support/columns.ts";

const START = Date.UTC(2026, 0, 1);
const at = (day: number) => START + day * DAY;

function transfer(day: number, from: string, to: string): TransferRecord {
  return { id: `${day} ${from} ${to}`, from, to, amount: 1_000n, bookedAt: at(day) };
}

const accounts = [
  ...["A1", "A2", "A3", "B1", "B2", "C1", "D1"].map((number) => ({
    number,
    bank: number[0] as string,
  })),
  { number: "CASH", bank: "", exitKind: "cash" as const },
];

/** Everybody of bank A pays somebody; B and C are only met by A's accounts. */
const ofBankA = Array.from({ length: 40 }, (_, day) => [
  transfer(day, "A1", "A2"),
  transfer(day, "A2", "B1"),
  transfer(day, "B2", "A3"),
  transfer(day, "A3", "C1"),
]).flat();

function heldIn(transfers: readonly TransferRecord[], days: readonly [string, number, number][]) {
  const columns = canonicalColumns(columnsFrom(accounts, transfers));
  const statements = days.map(
    ([number, from, until]): HeldDays => ({
      account: columns.accounts.indexOf(number) ?? -1,
      from: at(from),
      until: at(until) - 1,
    }),
  );
  const held = heldOf(
    columns,
    Int32Array.from({ length: columns.length }, (_, row) => row),
    statements,
  );
  const index = (number: string) => columns.accounts.indexOf(number) as number;
  const names = columns.accounts.numbers.filter((_, account) => held.account[account] === 1);
  return { columns, statements, held, index, names };
}

describe("what is held", () => {
  it("is the dumped bank's accounts where one bank gave everything; the others are stubs", () => {
    const { names, held } = heldIn(ofBankA, []);
    expect(names).toEqual(["A1", "A2", "A3"]);
    expect(held.chosen).toBe(false);
  });

  it("is everybody where every bank's accounts are seen paying each other", () => {
    const { names } = heldIn([...ofBankA, transfer(3, "B1", "B2"), transfer(5, "C1", "D1")], []);
    expect(names).toEqual(["A1", "A2", "A3", "B1", "B2", "C1", "D1"]);
  });

  it("is a bank for the time of its own dump, where another bank's dump is longer", () => {
    const ofBankB = Array.from({ length: 30 }, (_, hour) =>
      transfer(35 + hour / 8, "B1", hour % 3 === 0 ? "CASH" : "B2"),
    );
    const { held, index } = heldIn([...ofBankA, ...ofBankB], []);
    expect(held.covers(index("A1"), at(0), at(39))).toBe(true);
    expect(held.covers(index("B1"), at(35), at(38))).toBe(true);
    expect(held.covers(index("B1"), at(0), at(10))).toBe(false);
    expect(held.time[index("B1")]).toBe(4 * DAY);
    expect(held.time[index("A1")]).toBe(39 * DAY);
  });

  it("is the whole time of the dumps where a bank has too few rows to say that it began later", () => {
    const { held, index } = heldIn([...ofBankA, transfer(20, "B1", "B2")], []);
    expect(held.time[index("B1")]).toBe(39 * DAY);
  });

  it("is what statements cover, day by day, where they were asked for one by one", () => {
    const rows = [transfer(1, "A1", "B1"), transfer(9, "C1", "A1"), transfer(30, "A1", "B2")];
    const { names, held, index } = heldIn(rows, [
      ["A1", 0, 10],
      ["A1", 10, 20],
      ["A1", 25, 40],
    ]);
    expect(names).toEqual(["A1"]);
    expect(held.chosen).toBe(true);
    expect(held.covers(index("A1"), at(2), at(19))).toBe(true);
    expect(held.covers(index("A1"), at(2), at(26))).toBe(false);
    expect(held.covers(index("B1"), at(2), at(3))).toBe(false);
    expect(held.time[index("B1")]).toBe(0);
  });

  it("keeps a bank's dump beside statements of other banks' accounts", () => {
    const { names, held } = heldIn(ofBankA, [["B1", 0, 40]]);
    expect(names).toEqual(["A1", "A2", "A3", "B1"]);
    expect(held.chosen).toBe(false);
  });
});

describe("silence", () => {
  const wakes = [
    transfer(0, "A1", "B1"),
    ...Array.from({ length: 12 }, (_, day) => transfer(40 + day / 4, "A1", "B2")),
  ];
  const pointsOf = (days: readonly [string, number, number][]) => {
    const { columns, statements, index } = heldIn(wakes, days);
    const context = contextOf(columns, {
      since: Number.NEGATIVE_INFINITY,
      until: Number.POSITIVE_INFINITY,
      reports: [],
      listed: [],
      statements,
    });
    return (number: string) => [
      dormancy.points(context)[index(number)],
      dormancy.explain(context, index(number)),
    ];
  };

  it("is only what every day held shows: an account without a statement has none", () => {
    const whole = pointsOf([["A1", 0, 60]]);
    expect(whole("A1")[1]).toMatchObject({ code: "woken", params: { days: 40 } });
    expect(whole("B2")).toEqual([0, undefined]);
  });

  it("is none where the days between are not held, nor before the data begin", () => {
    const gap = pointsOf([
      ["A1", 0, 5],
      ["A1", 35, 60],
    ]);
    expect(gap("A1")).toEqual([0, undefined]);
  });
});

describe("money passed on to a stub", () => {
  /** Both accounts pass three receipts on; one to an account of another bank, one to a neighbour. */
  const days = [3, 9, 15];
  const rows = [...ofBankA, transfer(1, "P1", "A2"), transfer(2, "P2", "A2")].concat(
    days.flatMap((day) =>
      (
        [
          ["P1", "OUTSIDE"],
          ["P2", "KEEPER"],
        ] as const
      ).flatMap(([account, payee]) => [
        { ...transfer(day, `${account} PAYER ${day}`, account), amount: 100_000n },
        { ...transfer(day + 0.2, account, payee), amount: 95_000n },
      ]),
    ),
  );
  const bankOf = (number: string) =>
    /^(P[12]|KEEPER)$/.test(number) ? "A" : number === "OUTSIDE" ? "B" : (number[0] as string);
  const numbers = new Set(rows.flatMap(({ from, to }) => [from, to]));
  const columns = canonicalColumns(
    columnsFrom(
      [...numbers].map((number) => ({
        number,
        bank: number.includes("PAYER") ? "C" : bankOf(number),
      })),
      rows,
    ),
  );
  const context = contextOf(columns, {
    since: Number.NEGATIVE_INFINITY,
    until: Number.POSITIVE_INFINITY,
    reports: [],
    listed: [],
  });

  it("counts in full: whether a stub keeps it nobody knows, whether a neighbour does is seen", () => {
    const points = matchedPayment.points(context);
    const of = (number: string) => points[columns.accounts.indexOf(number) as number] as number;
    expect(context.held.account[columns.accounts.indexOf("OUTSIDE") as number]).toBe(0);
    expect(of("P2")).toBeGreaterThan(0);
    expect(of("P1")).toBeGreaterThan(of("P2"));
  });
});
