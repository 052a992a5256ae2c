import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cell } from "../../server/loading/bulk/import-file.ts";
import { hash64, hashCounter, hashOf } from "../../server/loading/memory/hash64.ts";
import { openSpool } from "../../server/loading/memory/row-spool.ts";
import { seenFilter } from "../../server/loading/memory/seen-filter.ts";
import { openLanes } from "../../server/loading/pipe/lanes.ts";
import {
  type AccountFacts,
  joinHolderFacts,
  WEIGHT,
} from "../../server/loading/record/account-facts.ts";
import {
  accountKey,
  endsOf,
  exitKindOf,
  isMasked,
} from "../../server/loading/record/account-key.ts";
import { accountProperties, holderKeyOf } from "../../server/loading/record/account-properties.ts";
import type { Side, TransferItem } from "../../server/loading/record/load-item.ts";
import { contentId, contentOf, rowRecord } from "../../server/loading/record/row-record.ts";
import {
  readSourceFacts,
  withFacts,
  writeSourceFacts,
} from "../../server/loading/record/source-facts.ts";
import { newRecord } from "../../server/loading/record/transfer-record.ts";
import { refusedRows } from "../../server/loading/sources/refused-rows.ts";
import { statementBook } from "../../server/loading/statements/statement-book.ts";

const A = "KZ02551B028356727334";
const B = "KZ02601A010605587576";

function side(account: string | null, more: Partial<Side> = {}): Side {
  return {
    account,
    exit: null,
    name: null,
    iin: null,
    holderKind: "unknown",
    bank: null,
    phone: null,
    ...more,
  };
}

function transfer(more: Partial<TransferItem> = {}): TransferItem {
  return {
    kind: "transfer",
    position: { row: 2 },
    raw: "",
    id: null,
    bookedAt: Date.UTC(2026, 2, 2, 5),
    zone: "+05:00",
    dayOnly: false,
    amount: 10_000n,
    currency: "KZT",
    accountAmount: null,
    fee: null,
    from: side(A),
    to: side(B),
    ownSide: null,
    channel: "transfer",
    purpose: null,
    purposeCode: null,
    documentNumber: null,
    reversal: false,
    extra: {},
    warnings: [],
    ...more,
  };
}

function recordOf(item: TransferItem, sourceId: string, order: number) {
  return newRecord(rowRecord(item, endsOf(item), { sourceId, order, occurrence: 1 }));
}

describe("account keys", () => {
  it("give every bank one exit of a kind, at the bank of the account where the exit names none", () => {
    const cash = side(null, { exit: "cash" });
    expect(accountKey(cash, side(A, { bank: "551" }))).toBe("EXIT:cash:551");
    expect(accountKey(cash, side(A))).toBe("EXIT:cash:-");
    expect(exitKindOf("EXIT:cash:551")).toBe("cash");
  });

  it("never make one person of two rows by name alone", () => {
    const seen = side(null, { name: "Айгүл Б." });
    expect(accountKey(seen, side(A))).not.toBe(accountKey(seen, side(B)));
    expect(accountKey(side(null, { iin: "940107301917" }), side(A))).toBe(
      "UNNUMBERED:940107301917",
    );
    expect([accountKey(seen, side(A)), "KZ12****3456", A].map(isMasked)).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe("ids of rows without one", () => {
  it("are the same for the same content in any file, and differ among identical rows of one file", () => {
    const content = contentOf(transfer(), { from: A, to: B });
    expect(contentId(content, 1)).toBe(recordOf(transfer(), "other-file", 9).id);
    expect(contentId(content, 2)).not.toBe(contentId(content, 1));
    expect(contentOf(transfer({ reversal: true }), { from: A, to: B })).not.toBe(content);
  });

  it("leave a given id alone and keep unknown columns under x_", () => {
    const row = recordOf(transfer({ id: "t1", extra: { branch: "7" } }), "s", 3);
    expect(row.id).toBe("t1");
    expect(row.properties).toMatchObject({ x_branch: "7", order: 3n, row: 2n, amount: 10_000n });
    expect(Object.keys(row.properties)).not.toContain("dayOnly");
  });
});

describe("what sources say of an account", () => {
  const list: AccountFacts = { weight: WEIGHT.list, name: "Full Name", iin: "940107301917" };
  const heard: AccountFacts = { weight: WEIGHT.counterparty, name: "F. Name", bank: "551" };

  it("shows the heaviest source, filled up by the others, whichever came first", () => {
    for (const sources of [
      [
        { sequence: 1, facts: list },
        { sequence: 2, facts: heard },
      ],
      [
        { sequence: 1, facts: heard },
        { sequence: 2, facts: list },
      ],
    ]) {
      expect(accountProperties(A, sources)).toMatchObject({ bank: "551", stub: null });
      expect(holderKeyOf(A, sources)).toBe("940107301917");
    }
    expect(accountProperties(A, [{ sequence: 2, facts: heard }])).toMatchObject({ stub: true });
    expect(holderKeyOf(A, [{ sequence: 2, facts: heard }])).toBe(`account:${A}`);
  });

  it("comes back from the database as it went in, and a repeated row changes nothing", () => {
    const sources = [
      { sequence: 12, facts: list },
      { sequence: 2, facts: heard },
    ];
    const texts = writeSourceFacts(sources);
    expect(writeSourceFacts(readSourceFacts(texts))).toEqual(texts);
    expect(texts[0]).toMatch(/^2 /);
    expect(withFacts(sources, 12, list)).toBeUndefined();
    expect(
      withFacts(sources, 12, { weight: WEIGHT.counterparty, phone: "7" })?.[0]?.facts.phone,
    ).toBe("7");
  });

  it("names a holder the same in whatever order its accounts come", () => {
    const [one, other] = [
      { weight: 1, name: "Иванов И." },
      { weight: 1, name: "Иванов Иван" },
    ];
    expect(joinHolderFacts(one, other)).toEqual(other);
    expect(joinHolderFacts(other, one)).toBeUndefined();
  });
});

describe("hashes", () => {
  it("count as a map of texts does", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 2_000 }), (texts) => {
        const counter = hashCounter();
        const map = new Map<string, number>();
        for (const text of texts) {
          const count = (map.get(text) ?? 0) + 1;
          map.set(text, count);
          expect(counter.add(hash64(text))).toBe(count);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("of half a million ids do not collide", () => {
    const counter = hashCounter();
    let again = 0;
    for (let n = 0; n < 250_000; n += 1) if (counter.add(hash64(`id-${n}`)) !== 1) again += 1;
    for (let n = 0; n < 250_000; n += 1) if (counter.add(hash64(`jd-${n}`)) !== 1) again += 1;
    expect(again).toBe(0);
  });

  it("of several texts tell where one ends, and nothing from an empty one", () => {
    const lists = [
      ["ab", "c"],
      ["a", "bc"],
      ["abc"],
      ["ab", "c", ""],
      ["ab", "c", null],
      ["", "abc"],
      [null, "abc"],
      [],
    ];
    expect(new Set(lists.map((texts) => JSON.stringify(hashOf(texts)))).size).toBe(lists.length);
    expect(hashOf(["abc"])).toEqual(hash64("abc"));
  });
});

describe("what was seen before", () => {
  it("is never forgotten, and seldom imagined at two hundred bits each", () => {
    const filter = seenFilter(5_000_000);
    let imagined = 0;
    for (let n = 0; n < 25_000; n += 1) if (filter.add(hash64(`id-${n}`))) imagined += 1;
    for (let n = 0; n < 25_000; n += 1) expect(filter.has(hash64(`id-${n}`))).toBe(true);
    for (let n = 0; n < 25_000; n += 1) if (filter.has(hash64(`jd-${n}`))) imagined += 1;
    expect(imagined).toBeLessThan(5);
  });

  it("is imagined once in a hundred times at ten bits each, as the theory has it", () => {
    const filter = seenFilter(0);
    for (let n = 0; n < 6_553; n += 1) filter.add(hash64(`id-${n}`));
    let imagined = 0;
    for (let n = 0; n < 100_000; n += 1) if (filter.has(hash64(`jd-${n}`))) imagined += 1;
    // (1 - e^(-4/10))^4 = 1.2 %.
    expect(imagined / 100_000).toBeGreaterThan(0.009);
    expect(imagined / 100_000).toBeLessThan(0.015);
  });

  it("of two sources is seen in both together", () => {
    const [one, other] = [seenFilter(1_000), seenFilter(1_000)];
    one.add(hash64("a"));
    other.add(hash64("b"));
    one.join(other);
    expect([
      one.has(hash64("a")),
      one.has(hash64("b")),
      one.has(hash64("c")),
      other.has(hash64("a")),
    ]).toEqual([true, true, false, false]);
    expect(() => one.join(seenFilter(1_000_000))).toThrow(RangeError);
  });
});

describe("rows put aside", () => {
  it("come back by key and in order, from memory and from disk alike, integers whole", async () => {
    for (const inMemory of [10_000, 10]) {
      const spool = openSpool<{ key: string; n: bigint }>({ inMemory });
      const rows = Array.from({ length: 500 }, (_, n) => ({
        key: `k${n % 7}`,
        n: 2n ** 60n + BigInt(n),
      }));
      for (const row of rows) spool.add(row.key, row);
      const back: { key: string; n: bigint }[] = [];
      for await (const bucket of spool.buckets()) back.push(...bucket);
      await spool.close();
      const of = (all: typeof rows, key: string) => all.filter((row) => row.key === key);
      for (const key of ["k0", "k3", "k6"]) expect(of(back, key)).toEqual(of(rows, key));
      expect(back).toHaveLength(500);
    }
  });
});

describe("lanes", () => {
  it("work at most so many at once, and tell of a failure at the next step", async () => {
    const lanes = openLanes(2);
    let [now, most] = [0, 0];
    const work = async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((done) => setTimeout(done, 5));
      now -= 1;
    };
    for (let n = 0; n < 6; n += 1) await lanes.start(work);
    await lanes.drain();
    expect(most).toBe(2);
    await lanes.start(() => Promise.reject(new Error("broken")));
    await expect(lanes.drain()).rejects.toThrow("broken");
  });
});

describe("files that are written", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "dropper-graph-writing-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("hold any text of a cell", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 2 }), (texts) => {
        const [parsed] = Papa.parse<string[]>(texts.map(cell).join(","), {
          delimiter: ",",
          newline: "\n",
        }).data;
        expect(parsed).toEqual(texts);
      }),
    );
  });

  it("keep refused rows in the layout of the source, with what to mend", async () => {
    const path = join(folder, "refused.csv");
    const refused = refusedRows(path, "march.csv", ["id", "amount"]);
    await refused.add({
      kind: "refused",
      position: { row: 7, sheet: "Лист1" },
      raw: "x,1;2",
      column: "amount",
      value: "1;2",
      code: "not-a-number",
      reason: "It is no amount.",
      remedy: "Write it with a point.",
      cells: ["x", "1;2"],
    });
    expect(await refused.close()).toBe(path);
    const text = await readFile(path, "utf8");
    expect(text.startsWith("\ufeffid;amount;refused_file;")).toBe(true);
    const [row] = Papa.parse<Record<string, string>>(text.slice(1), { header: true }).data;
    expect(row).toMatchObject({
      id: "x",
      amount: "1;2",
      refused_file: "march.csv",
      refused_row: "Лист1!7",
    });
    expect(await refusedRows(join(folder, "none.csv"), "x", []).close()).toBeNull();
  });
});

describe("statements in one file", () => {
  it("cover the days of their rows where the form has no heading, with what the account itself lost", () => {
    const book = statementBook();
    book.transfer(
      transfer({ ownSide: "from", accountAmount: { amount: 10_150n, currency: "KZT" } }),
    );
    book.transfer(transfer({ ownSide: "from", bookedAt: Date.UTC(2026, 2, 4, 20), amount: 5n }));
    book.transfer(transfer());
    const [statement, ...more] = book.statements();
    expect(more).toEqual([]);
    expect(statement).toMatchObject({ account: A, opening: null, rowsIn: 0n, rowsOut: 10_155n });
    // 20:00 UTC is the next day in Kazakhstan.
    expect((statement?.lastDay ?? 0) - (statement?.firstDay ?? 0)).toBe(3);
  });
});
