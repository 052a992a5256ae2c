import { describe, expect, it } from "vitest";
import type { Candidate, Ground } from "../../contract/report-candidates.ts";
import { standingOf } from "../../server/reports/standing.ts";
import { surePairs } from "../../server/reports/sure-pairs.ts";
import { lettersFor } from "../../server/reports/urgent.store.ts";

const D = "KZ48722C045560744384";
const DAY = Date.parse("2026-11-28T00:00:00+05:00");
const HOUR = 3_600_000;
const report = {
  ...{ id: "R", reportedAt: DAY + 48 * HOUR, lure: null, transferIds: [], cases: [] },
  ...{ victim: { name: null, iin: null, accounts: [] }, reported: [], open: [], waiting: [] },
};
const told = (key: string, amount: string, at: number, dayOnly = false) => ({
  ...{ key, amount, currency: "KZT", at, dayOnly },
  recipient: { account: D, name: "Данияр О.", phone: null, bank: null },
});
const known = () => ({ until: null, partlyUntil: null, around: null });
const maybeThere: ReadonlySet<string> = new Set();

describe("money that only the victim speaks of", () => {
  it("stands once an account, with its holder as the bank names him, and asks for one statement", () => {
    const transfers = [told("a", "300", DAY, true), told("b", "200", DAY + 14 * HOUR)];
    const holders = new Map([[D, "Омаров Данияр Серикович"]]);
    const { banks, sums } = standingOf([], report, transfers, { known, holders, maybeThere });
    expect(banks).toMatchObject([
      {
        bank: "722",
        places: [
          {
            ...{ account: D, holder: "Омаров Данияр Серикович", beyondData: "500" },
            ...{ reported: "500", cameAt: DAY, dayOnly: true },
          },
        ],
        statements: [{ account: D, from: DAY, until: null }],
      },
    ]);
    expect(banks[0]?.places).toHaveLength(1);
    expect(sums).toMatchObject([{ stolen: "500", beyondData: "500" }]);
  });
});

describe("a payment that the account's own statement does not show", () => {
  const around = { from: DAY - 27 * 24 * HOUR, until: DAY + 24 * HOUR - 1 };
  const stated = () => ({ until: around.until, partlyUntil: null, around });
  const notThere = (transfer: ReturnType<typeof told>, maybe: readonly string[] = []) => {
    const data = { known: stated, holders: new Map(), maybeThere: new Set(maybe) };
    return standingOf([], report, [transfer], data).banks[0]?.places[0]?.notThere;
  };

  it("is said to be not there, unless something in the data may be it", () => {
    expect(notThere(told("a", "300", DAY + 18 * HOUR))).toBe("300");
    expect(notThere(told("a", "300", DAY, true))).toBe("300");
    expect(notThere(told("a", "300", DAY + 18 * HOUR), ["a"])).toBe("0");
    // Of a day without a clock the statement has to cover all.
    around.until = DAY + 18 * HOUR;
    expect(notThere(told("a", "300", DAY, true))).toBe("0");
  });

  it("is asked of no bank by decree; the other letters are made", () => {
    const [bank] = standingOf([], report, [told("a", "300", DAY + 9 * HOUR)], {
      ...{ known: stated, holders: new Map(), maybeThere },
    }).banks;
    const wanted = {
      ...{ kinds: ["block" as const, "restriction" as const], banks: [], language: "ru" as const },
      ...{
        formats: ["docx" as const],
        lender: null,
        loan: null,
        loanDay: null,
        loanSum: null,
        erdr: null,
        day: undefined,
      },
    };
    const made = (places: NonNullable<typeof bank>["places"]) =>
      lettersFor([{ bank: "722", places, statements: [] }], wanted, false).map((one) => [
        one.kind,
        one.places.map(({ held, beyondData, reported }) => `${held} ${beyondData} ${reported}`),
      ]);
    const places = bank?.places ?? [];
    expect(made(places)).toEqual([["block", ["0 300 300"]]]);
    expect(made(places.map((one) => ({ ...one, held: "50", beyondData: "400" })))).toEqual([
      ["block", ["50 400 300"]],
      ["restriction", ["50 100 0"]],
    ]);
  });
});

it("keeps the phone that was told beside a card", () => {
  const card = {
    account: "440043******1234",
    name: "Алдияр К.",
    phone: "77015554433",
    bank: "722",
  };
  const told1 = { ...told("a", "300", DAY), recipient: card };
  const told2 = { ...told("b", "200", DAY), recipient: { ...card, phone: null } };
  const { banks } = standingOf([], report, [told1, told2], {
    ...{ known, maybeThere },
    holders: new Map(),
  });
  expect(banks[0]?.places).toMatchObject([{ account: card.account, phone: card.phone }]);
});

describe("transfers that can be confirmed at once", () => {
  const candidate = (id: string, fits: Ground[], reportedAs: string | null = null) =>
    ({ transfer: { id }, fits, reportedAs }) as unknown as Candidate;
  const full: Ground[] = ["amount", "day", "payer", "recipient"];
  const exact: Ground[] = ["amount", "minute", "payer", "recipient"];
  const sure = (...candidates: Candidate[][]) =>
    surePairs(candidates.map((own, at) => ({ key: `k${at}`, candidates: own }))).map(
      ({ key, transferId }) => `${key} ${transferId}`,
    );

  it("agree in everything with one transfer, which agrees with no other", () => {
    expect(sure([candidate("t1", full)], [candidate("t2", exact)])).toEqual(["k0 t1", "k1 t2"]);
    expect(sure([candidate("t1", full), candidate("t2", full)])).toEqual([]);
    expect(sure([candidate("t1", full)], [candidate("t1", full)])).toEqual([]);
    expect(sure([candidate("t1", full, "R9")])).toEqual([]);
    expect(sure([candidate("t1", ["other-amount", "day", "payer", "recipient"])])).toEqual([]);
  });

  it("of one sum on one day are told apart by the minute", () => {
    const first = [candidate("t1", exact), candidate("t2", full)];
    const second = [candidate("t1", full), candidate("t2", exact)];
    expect(sure(first, second)).toEqual(["k0 t1", "k1 t2"]);
  });
});
