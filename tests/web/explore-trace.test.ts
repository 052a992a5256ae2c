import { describe, expect, it } from "vitest";
import type { Trace } from "../../contract/tracing.ts";
import { differences, momentAt, spanOf } from "../../web/pages/explore/trace/balances-at-moment.ts";
import { bandsOf, flowPicture } from "../../web/pages/explore/trace/flow-layout.ts";
import { lanePicture } from "../../web/pages/explore/trace/lanes.ts";

const T0 = Date.parse("2026-03-01T10:00:00Z");
const HOUR = 3_600_000;

function account(
  number: string,
  generation: number,
  change: Partial<Trace["accounts"][number]> = {},
): Trace["accounts"][number] {
  return {
    account: number,
    holderKey: null,
    holderName: null,
    bank: null,
    exitKind: null,
    generation,
    received: "0",
    passedOn: "0",
    held: "0",
    exited: "0",
    beyondData: "0",
    firstReceivedAt: null,
    lastLeftAt: null,
    stop: null,
    byVictim: [],
    range: null,
    ranges: null,
    openingUnknown: false,
    certain: "0",
    unexplained: "0",
    ...change,
  };
}

function step(
  id: string,
  from: string,
  to: string,
  hours: number,
  parts: Record<string, string>,
): Trace["steps"][number] {
  const amount = Object.values(parts)
    .reduce((sum, part) => sum + BigInt(part), 0n)
    .toString();
  return {
    transferId: id,
    from,
    to,
    bookedAt: T0 + hours * HOUR,
    amount,
    whole: amount,
    generation: 1,
    byVictim: Object.entries(parts).map(([victim, part]) => ({ victim, amount: part })),
  };
}

const noMore = { returned: "0", others: "0" };

const trace: Trace = {
  method: "fifo",
  currency: "KZT",
  stolen: "1500",
  held: "300",
  exited: "1000",
  beyondData: "200",
  accounts: [
    account("V1", 0, { passedOn: "1000" }),
    account("V2", 0, { passedOn: "500" }),
    account("C", 1, { received: "1500", passedOn: "1200", held: "300" }),
    account("T", 2, { received: "1200", exited: "1000", beyondData: "200" }),
    account("EXIT:cash:1", 3, { received: "1000", exitKind: "cash", stop: "exit" }),
  ],
  steps: [
    step("1", "V1", "C", 0, { V1: "1000" }),
    step("2", "V2", "C", 1, { V2: "500" }),
    step("3", "C", "T", 2, { V1: "1000", V2: "200" }),
    step("4", "T", "EXIT:cash:1", 5, { V1: "1000" }),
  ],
  victims: [
    {
      ...noMore,
      victim: "V1",
      name: null,
      accounts: ["V1"],
      reports: ["R1"],
      stolen: "1000",
      held: "0",
      exited: "1000",
      beyondData: "0",
    },
    {
      ...noMore,
      victim: "V2",
      name: null,
      accounts: ["V2"],
      reports: ["R2"],
      stolen: "500",
      held: "300",
      exited: "0",
      beyondData: "200",
    },
  ],
  holders: [],
  requests: [],
  leftOut: [],
};

describe("a trace at a moment", () => {
  it("is the server's own reckoning at the end", () => {
    const end = momentAt(trace, null);
    expect([end.stolen, end.held, end.exited, end.beyond]).toEqual([1500n, 300n, 1000n, 200n]);
    expect(momentAt(trace, T0 + 5 * HOUR).exited).toBe(1000n);
  });

  it("adds up to the tiyn at every moment", () => {
    for (let hours = -1; hours <= 6; hours += 0.5) {
      const moment = momentAt(trace, T0 + hours * HOUR);
      expect(moment.held + moment.exited + moment.beyond).toBe(moment.stolen);
    }
  });

  it("counts money that came back to the victim as held, and a way out as the payer's", () => {
    const back: Trace = {
      ...trace,
      steps: [
        ...trace.steps,
        step("5", "C", "V2", 6, { V2: "300" }),
        step("6", "X", "Y", 9, { V1: "0" }),
      ],
    };
    const moment = momentAt(back, T0 + 7 * HOUR);
    const standing = new Map(moment.accounts.map((one) => [one.account, one]));
    expect([standing.get("V2")?.held, standing.get("C")?.held, standing.get("T")?.exited]).toEqual([
      300n,
      0n,
      1000n,
    ]);
    expect(moment.held + moment.exited).toBe(moment.stolen);
    expect(standing.get("EXIT:cash:1")?.exited).toBe(0n);
  });

  it("begins where money was exchanged from another currency, and still adds up", () => {
    const exchanged: Trace = {
      ...trace,
      convertedFrom: "KZT",
      currency: "USD",
      accounts: [account("C", 1), account("T", 2)],
      steps: [
        { ...step("1", "C", "T", 0, { V1: "70" }), byExchange: true },
        step("2", "T", "X", 9, { V1: "0" }),
      ],
    };
    const moment = momentAt(exchanged, T0 + HOUR);
    expect([moment.stolen, moment.held, moment.exited]).toEqual([70n, 70n, 0n]);
  });

  it("knows who held what in between", () => {
    const moment = momentAt(trace, T0 + 1.5 * HOUR);
    const standing = new Map(moment.accounts.map((one) => [one.account, one]));
    expect([moment.stolen, standing.get("C")?.held, standing.get("T")?.received]).toEqual([
      1500n,
      1500n,
      0n,
    ]);
    expect(standing.get("C")?.byVictim.get("V2")).toBe(500n);
    expect(spanOf(trace)).toEqual([T0, T0 + 5 * HOUR]);
  });

  it("says which accounts another rule sees differently, and by how much", () => {
    const other: Trace = {
      ...trace,
      accounts: [
        ...trace.accounts.filter((one) => one.account !== "T"),
        account("T", 2, { received: "900" }),
        account("N", 2, { received: "7" }),
      ],
    };
    expect([...differences(trace, other)]).toEqual([
      ["T", 300n],
      ["N", -7n],
    ]);
    expect(differences(trace, null).size).toBe(0);
  });
});

describe("the drawn flow", () => {
  const options = { width: 900, left: 100, right: 140, top: 40, least: 400 };
  const picture = flowPicture(trace, null, ["V1", "V2"], options);
  const node = (id: string) => picture.nodes.find((one) => one.account === id);

  it("stands victims left and ways out right", () => {
    const xs = ["V1", "C", "T", "EXIT:cash:1"].map((id) => node(id)?.x ?? Number.NaN);
    expect([...xs].sort((a, b) => a - b)).toEqual(xs);
    expect(new Set(xs).size).toBe(4);
  });

  it("draws a strand a victim, as wide as the money", () => {
    const wide = (from: string, victim: string) =>
      picture.strands.find((one) => one.from === from && one.victim === victim)?.width ?? 0;
    expect(picture.strands.length).toBe(5);
    expect(wide("V1", "V1") / wide("V2", "V2")).toBeCloseTo(2);
    expect(wide("C", "V1") / wide("C", "V2")).toBeCloseTo(5);
  });

  it("keeps every band between its two columns, however wide it is and close they stand", () => {
    const narrow = flowPicture(trace, null, ["V1", "V2"], { ...options, width: 300, least: 900 });
    const place = new Map(narrow.nodes.map((one) => [one.account, one]));
    for (const strand of narrow.strands) {
      const [from, to] = [place.get(strand.from), place.get(strand.to)];
      const xs = [...strand.path.matchAll(/(-?[\d.]+),-?[\d.]+/g)].map((match) => Number(match[1]));
      expect(strand.filled).toBe(true);
      expect(Math.min(...xs)).toBeGreaterThanOrEqual((from?.x ?? 0) + (from?.width ?? 0));
      expect(Math.max(...xs)).toBeLessThanOrEqual(to?.x ?? 0);
    }
  });

  it("keeps bars inside the drawing and apart from each other", () => {
    for (const one of picture.nodes) {
      expect(one.y).toBeGreaterThanOrEqual(options.top - 1);
      expect(one.y + one.height).toBeLessThanOrEqual(picture.height);
      for (const other of picture.nodes)
        if (one !== other && one.column === other.column)
          expect(one.y + one.height <= other.y || other.y + other.height <= one.y).toBe(true);
    }
  });

  it("replays without moving a bar: only the bands grow", () => {
    const early = flowPicture(trace, T0 + 1.5 * HOUR, ["V1", "V2"], options);
    expect(early.nodes).toEqual(picture.nodes);
    expect(early.strands.length).toBe(2);
    expect(bandsOf(trace, T0 - 1)).toEqual([]);
  });
});

describe("the trace over time", () => {
  const options = { width: 900, left: 150, right: 90, top: 40, thickest: 40 };
  const picture = lanePicture(trace, null, ["V1", "V2"], options);
  const lane = (id: string) => picture.lanes.find((one) => one.account === id);

  it("gives each account a lane, victims first and ways out last", () => {
    expect(picture.lanes.map((one) => one.account)).toEqual(["V1", "V2", "C", "T", "EXIT:cash:1"]);
    for (const [index, one] of picture.lanes.entries())
      expect(one.top).toBeGreaterThanOrEqual(
        (picture.lanes[index - 1]?.top ?? 0) + (picture.lanes[index - 1]?.height ?? 0),
      );
  });

  it("makes a lane as thick as what lies on the account then", () => {
    const held = lane("C")?.blocks ?? [];
    const thick = (at: number) =>
      held
        .filter((block) => block.x <= at && at < block.x + block.width)
        .reduce((sum, block) => sum + block.height, 0);
    const xs = [...new Set(held.map((block) => block.x))].sort((a, b) => a - b);
    const [first = 0, second = 0, third = 0] = xs;
    expect(thick(second + 0.1)).toBeCloseTo(40);
    expect(thick(first + 0.1) / thick(second + 0.1)).toBeCloseTo(1000 / 1500);
    expect(thick(third + 0.1) / thick(second + 0.1)).toBeCloseTo(300 / 1500);
  });

  it("lets go of what was exchanged, and keeps the order of one instant", () => {
    const quick: Trace = {
      ...trace,
      steps: [
        step("9", "V1", "C", 0, { V1: "1000" }),
        step("5", "C", "T", 0, { V1: "1000" }),
        { ...step("1", "T", "B", 0, { V1: "1000" }), exchangedAt: T0 },
        step("7", "V2", "C", 3, { V2: "500" }),
      ],
    };
    const drawn = lanePicture(quick, null, ["V1", "V2"], options);
    const held = (id: string) =>
      drawn.lanes.find((one) => one.account === id)?.blocks.map((block) => block.victim);
    expect(drawn.links.map((link) => link.transferId)).toEqual(["9", "5", "1", "7"]);
    expect([held("C"), held("T"), held("B")]).toEqual([["V1", "V2"], ["V1"], []]);
  });

  it("draws a line for every transfer, in the order of time, and only those of the moment", () => {
    expect(picture.links.map((link) => link.transferId)).toEqual(["1", "2", "3", "4"]);
    expect(
      picture.links.every(
        (link, index) => index === 0 || link.x > (picture.links[index - 1]?.x ?? 0),
      ),
    ).toBe(true);
    expect(lanePicture(trace, T0 + HOUR, ["V1", "V2"], options).links.length).toBe(2);
  });
});
