import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_ORIGIN, readOrigin, traceAddress } from "../../web/data/trace-address.ts";
import { transfersCsv } from "../../web/pages/explore/money/csv.ts";
import {
  arrive,
  dragged,
  historyText,
  readHistory,
  redo,
  startHistory,
  undo,
} from "../../web/pages/explore/scene/history.ts";
import {
  adding,
  EMPTY_SCENE,
  expanding,
  hiding,
  readScene,
  type Scene,
  selecting,
  writeScene,
} from "../../web/pages/explore/scene/scene.ts";
import type { Step } from "../../web/pages/explore/scene/steps.ts";
import { accountsIn, sortPasted } from "../../web/pages/explore/stage/pasted.ts";
import { latinKey } from "../../web/ui/latin-key.ts";

const account = fc.stringMatching(/^KZ[0-9]{2}[A-Z0-9]{12,16}$/);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant("expand" as const),
    account,
    direction: fc.constantFrom("in" as const, "out" as const, "both" as const),
    limit: fc.integer({ min: 1, max: 500 }),
    letGo: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("grow" as const),
    accounts: fc.array(account, { minLength: 1, maxLength: 4 }),
    side: fc.constantFrom("in" as const, "out" as const, "both" as const, "common" as const),
    limit: fc.integer({ min: 1, max: 500 }),
    since: fc.option(fc.integer({ min: 0, max: 2e12 })),
    until: fc.option(fc.integer({ min: 0, max: 2e12 })),
    minimum: fc.option(fc.integer({ min: 1, max: 1e12 }).map(String)),
  }),
  fc.record({ kind: fc.constant("collapse" as const), account }),
  fc.record({ kind: fc.constant("around" as const), limit: fc.integer({ min: 1, max: 500 }) }),
  fc.record({
    kind: fc.constantFrom("hide" as const, "add" as const),
    accounts: fc.array(account, { minLength: 1, maxLength: 4 }),
  }),
);
const scene: fc.Arbitrary<Scene> = fc.record({
  cluster: fc.option(fc.stringMatching(/^R[0-9]+-[a-f0-9]{8}$/)),
  report: fc.option(fc.stringMatching(/^[A-Z]{2}-[0-9]{4}$/)),
  accounts: fc.array(account, { maxLength: 4 }),
  run: fc.option(fc.constantFrom("R1", "R2")),
  steps: fc.array(step, { maxLength: 6 }),
  layout: fc.constantFrom("network" as const, "flow" as const),
  level: fc.constantFrom("relations" as const, "transfers" as const),
  grouping: fc.option(fc.constantFrom("holder", "bank", "cluster", "none" as const)),
  opened: fc.uniqueArray(fc.constantFrom("payers:", "payers:/bank:722", "cluster:R1-aa%2Fb")),
  rolesOff: fc.subarray(["victim", "collector", "none"] as const).map((roles) => [...roles]),
  showOff: fc
    .subarray(["exits", "merchants", "outlines", "names"] as const)
    .map((names) => [...names]),
  since: fc.option(fc.integer({ min: 0, max: 2e12 })),
  until: fc.option(fc.integer({ min: 0, max: 2e12 })),
  minimum: fc.option(fc.integer({ min: 1, max: 1e12 }).map(String)),
  score: fc.option(fc.integer({ min: 1, max: 99 }).map((hundredths) => hundredths / 100)),
  select: fc.array(account, { maxLength: 3 }),
  pair: fc.option(fc.tuple(account, account)),
  transfers: fc.array(fc.stringMatching(/^T[0-9]{1,8}$/), { maxLength: 4 }),
  next: fc.option(fc.stringMatching(/^T[0-9]{1,8}$/)),
  hours: fc.constantFrom(1, 6, 24, 72, 168),
  share: fc.constantFrom(0, 10, 50),
  path: fc.option(
    fc.record({
      from: account,
      to: account,
      kind: fc.constantFrom("shortest" as const, "time-respecting" as const, "strongest" as const),
      gap: fc.constantFrom(6, 24, 72, 168, 720),
    }),
  ),
  scope: fc.constantFrom("all" as const, "stage" as const),
  below: fc.constantFrom("table" as const, "hours" as const, "periods" as const),
  against: fc.option(
    fc
      .tuple(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 1, max: 1e12 }))
      .map(([since, length]) => [since, since + length] as const),
  ),
});

describe("the scene in the address", () => {
  it("comes back whole from its own address", () => {
    fc.assert(
      fc.property(scene, (wanted) => {
        expect(readScene(new URLSearchParams(writeScene(wanted).toString()))).toEqual(wanted);
      }),
    );
  });

  it("understands the links other pages make", () => {
    const read = (search: string) => readScene(new URLSearchParams(search));
    expect(read("account=A1&account=B2").accounts).toEqual(["A1", "B2"]);
    expect(read("cluster=R1-c&select=A1").select).toEqual(["A1"]);
    expect(read("account=A1&transfers=t1,t2").transfers).toEqual(["t1", "t2"]);
  });

  it("ignores what it does not understand instead of failing", () => {
    const read = readScene(
      new URLSearchParams(
        "account=A&step=fly~A&step=expand~sideways~9~A&step=expand~in~900~A&min=12.5&since=soon&off=king",
      ),
    );
    expect(read).toEqual({ ...EMPTY_SCENE, accounts: ["A"] });
  });

  it("drops one relation, path or next hop when another account is selected", () => {
    const busy = {
      ...EMPTY_SCENE,
      select: ["A"],
      pair: ["A", "B"] as const,
      next: "t1",
      transfers: ["t2"],
    };
    expect(selecting(busy, "C", false)).toEqual({
      select: ["C"],
      pair: null,
      transfers: [],
      next: null,
      path: null,
    });
    expect(selecting(busy, "C", true).select).toEqual(["A", "C"]);
    expect(selecting({ ...busy, select: ["A", "C"] }, "C", true).select).toEqual(["A"]);
  });

  it("adds its steps at the end and hides what was selected", () => {
    const one = { ...EMPTY_SCENE, ...expanding(EMPTY_SCENE, "A") };
    const two = { ...one, ...adding(one, ["B"]) };
    const three = { ...two, ...hiding({ ...two, select: ["B"] }, ["B"]) };
    expect(three.steps.map((each) => each.kind)).toEqual(["expand", "add", "hide"]);
    expect(three.select).toEqual([]);
  });
});

describe("undo and redo", () => {
  it("walk through addresses, and a new step forgets what was undone", () => {
    let history = startHistory("?1");
    history = arrive(arrive(history, "?2", false), "?3", false);
    history = undo(history);
    expect(history.present.search).toBe("?2");
    expect(redo(history).present.search).toBe("?3");
    history = arrive(history, "?4", false);
    expect([
      history.past.map((each) => each.search),
      history.present.search,
      history.future,
    ]).toEqual([["?1", "?2"], "?4", []]);
  });

  it("take the browser's Back for an undo and its Forward for a redo", () => {
    let history = arrive(arrive(startHistory("?1"), "?2", false), "?3", false);
    history = arrive(history, "?2", false);
    expect(history.future.map((each) => each.search)).toEqual(["?3"]);
    history = arrive(history, "?3", false);
    expect([history.present.search, history.future.length]).toEqual(["?3", 0]);
  });

  it("bring a dragged node back too", () => {
    const moved = dragged(startHistory("?1"), "A", { x: 1, y: 2 });
    expect(moved.present.moved.get("A")).toEqual({ x: 1, y: 2 });
    expect(undo(moved).present.moved.size).toBe(0);
    expect(redo(undo(moved)).present.moved.size).toBe(1);
  });

  it("change nothing at either end", () => {
    const history = startHistory("?1");
    expect(undo(history)).toBe(history);
    expect(redo(history)).toBe(history);
  });
});

describe("a reload", () => {
  it("keeps the places a person dragged nodes to, and the way back", () => {
    const first = arrive(startHistory("?a"), "?b", false);
    const history = dragged(first, "n", { x: 1, y: 2 });
    const again = readHistory(historyText(history), "?b");
    expect(again).toEqual(history);
    expect(undo(undo(again)).present.search).toBe("?a");
    expect(readHistory(historyText(history), "?elsewhere")).toEqual(startHistory("?elsewhere"));
    expect(readHistory("{damaged", "?b")).toEqual(startHistory("?b"));
  });
});

describe("pasted text", () => {
  it("gives account numbers once each, with or without spaces", () => {
    const text =
      "Счета: KZ86 601K ZT31 9376 8896, KZ02601A063562070895; и ещё KZ86601KZT3193768896 (ТОО).";
    expect(accountsIn(text)).toEqual(["KZ86601KZT3193768896", "KZ02601A063562070895"]);
  });

  it("finds nothing in plain words", () => {
    expect(accountsIn("Перевод другу за ужин и 5 роз")).toEqual([]);
  });

  it("are none left out without a word: what is beyond a picture and what is unknown is named", () => {
    const pasted = Array.from({ length: 2_076 }, (_, at) => `ACC${String(at).padStart(6, "0")}`);
    const all = accountsIn(pasted.join("\n"));
    expect(all).toEqual(pasted);
    const list = sortPasted(all, new Set(pasted.slice(76)));
    expect(list.unknown).toEqual(pasted.slice(0, 76));
    expect(list.taken).toEqual(pasted.slice(76, 376));
    expect(list.beyond).toEqual(pasted.slice(376));
  });
});

describe("the address of a trace", () => {
  it("is read back as it was written", () => {
    const address = traceAddress({
      reports: ["ER-1", "ER-2"],
      method: "libr",
      against: "fifo",
      letGo: ["A"],
      until: 77,
    });
    expect(readOrigin(new URL(address, "http://here").searchParams)).toEqual({
      ...NO_ORIGIN,
      reports: ["ER-1", "ER-2"],
      method: "libr",
      against: "fifo",
      letGo: ["A"],
      until: 77,
    });
  });
});

describe("the CSV of transfers", () => {
  const row = {
    id: "t1",
    from: "A1",
    to: "B2",
    fromName: 'ТОО "Ромашка", филиал',
    toName: "=HYPERLINK(1)",
    amount: "5",
    currency: "KZT",
    bookedAt: Date.parse("2026-03-01T20:30:00Z"),
    zone: "+05:00",
    channel: "transfer",
    purpose: null,
    sourceId: "s",
    sourceName: "bank.xlsx",
    row: 12,
  };

  it("keeps every field, quotes what needs it, and lets no text run as a formula", () => {
    const [head, line] = transfersCsv([row], "en").slice(1).split("\r\n");
    expect(head).toBe(
      "transfer_id,booked_at,amount,currency,from_account,from_name,to_account,to_name,channel,purpose,source,row",
    );
    expect(line).toBe(
      `t1,2026-03-02T01:30:00+05:00,0.05,KZT,A1,"ТОО ""Ромашка"", филиал",B2,'=HYPERLINK(1),transfer,,bank.xlsx,12`,
    );
    // A spreadsheet with Kazakh or Russian settings takes "0.05" for text or a date.
    expect(transfersCsv([row], "kk")).toContain(
      't1;2026-03-02T01:30:00+05:00;0,05;KZT;A1;"ТОО ""Ромашка"", филиал";B2;\'=HYPERLINK(1);',
    );
  });
});

describe("letters of commands", () => {
  it("are the same key under a Russian and a Kazakh layout, and their own letter under any Latin one", () => {
    expect(latinKey({ key: "z", code: "KeyZ" })).toBe("z");
    expect(latinKey({ key: "Z", code: "KeyZ" })).toBe("z");
    expect(latinKey({ key: "я", code: "KeyZ" })).toBe("z");
    expect(latinKey({ key: "Н", code: "KeyY" })).toBe("y");
    expect(latinKey({ key: ";", code: "KeyZ" })).toBe("z");
    expect(latinKey({ key: "z", code: "Slash" })).toBe("z");
    expect(latinKey({ key: "Escape", code: "Escape" })).toBe("escape");
  });
});
