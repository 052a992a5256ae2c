import { describe, expect, it } from "vitest";
import { reasonSentence } from "../../contract/texts/reason-texts.ts";
import type { AccountRecord, TransferRecord } from "../../server/columns/build.ts";
import type { DeviceUse } from "../../server/detection/indicators/context.ts";
import { checkSentences } from "../../server/detection/measuring/check-sentences.ts";
import { type DetectOptions, detect } from "../../server/detection/run/detect.ts";
import { DAY } from "../../server/time/instant.ts";
import { columnsFrom } from "../support/columns.ts";

const START = Date.UTC(2026, 0, 1);
const PEOPLE = 600;
const name = (person: number) => `P${String(person).padStart(4, "0")}`;

/** People who pay each other in a ring, one to the next, once a fortnight; nobody pays back. */
function town(more: readonly (readonly [from: number, to: number])[] = [], phones = "") {
  const accounts = Array.from(
    { length: PEOPLE },
    (_, person): AccountRecord => ({
      number: name(person),
      holderKey: `IIN ${person}`,
      holderKind: "person",
      phone: phones.includes(name(person)) ? "one" : `+7 ${person}`,
    }),
  );
  const ring = Array.from({ length: PEOPLE * 6 }, (_, at) => [at % PEOPLE, (at + 1) % PEOPLE]);
  const rows = [...ring, ...more].map(
    ([from, to], at): TransferRecord => ({
      id: `${at}`,
      from: name(from as number),
      to: name(to as number),
      amount: BigInt(100_000 + 977 * at),
      bookedAt: START + ((at * 37) % 90) * DAY,
      channel: "transfer",
    }),
  );
  return columnsFrom(accounts, rows);
}
const plain = town();

function use(person: number, device: string, first: number, last: number): DeviceUse {
  const account = plain.accounts.indexOf(name(person)) as number;
  return { account, device, first: START + first * DAY, last: START + last * DAY, count: 4 };
}

/** Each of some people has a phone up to a day, then the handler's device from it on. */
function taken(people: readonly number[], device = "handler", from = 40): DeviceUse[] {
  return people.flatMap((person, at) => [
    use(person, `phone ${person}`, 1, from + at),
    use(person, device, from + at, 85 + at),
  ]);
}

function run(devices: readonly DeviceUse[] | undefined, columns = plain) {
  const options: DetectOptions = {
    since: Number.NEGATIVE_INFINITY,
    until: Number.POSITIVE_INFINITY,
    listed: [],
    reports: [],
    ...(devices && { devices }),
  };
  const result = detect(columns, options);
  expect(checkSentences(columns, options, result).faults).toEqual([]);
  return result;
}

/** Points of the family by person, of those who have any. */
function found(devices: readonly DeviceUse[], columns = plain): Record<string, number> {
  return Object.fromEntries(
    run(devices, columns).ranking.flatMap(({ account, families }) =>
      families.flatMap(([family, points]) => (family === "operators" ? [[account, points]] : [])),
    ),
  );
}

describe("a device that took over the accounts of several people", () => {
  it("is found on each of them, and more so the more people there are", () => {
    const two = found(taken([10, 200]));
    const three = found(taken([10, 200, 400]));
    expect(Object.keys(two).sort()).toEqual([name(10), name(200)]);
    expect(Object.keys(three)).toHaveLength(3);
    expect(three[name(10)]).toBeLessThanOrEqual(6);
    expect(three[name(10)]).toBeGreaterThan(two[name(10)] ?? 9);
  });

  it("stands first in the list, with a sentence in three languages", () => {
    const { findings } = run(taken([10, 200, 400]));
    const finding = findings.find(({ account }) => account === name(10));
    const reason = finding?.reasons.find(({ code }) => code === "operated-together");
    expect(reason).toMatchObject({
      params: { device: "handler", people: 2 },
      oneIn: null,
      innocent: "helper-or-robbed",
    });
    expect(finding?.rank).toBeLessThanOrEqual(3);
    for (const language of ["en", "ru", "kk"] as const)
      expect(reasonSentence(reason as NonNullable<typeof reason>, language)).toContain("handler");
  });

  it("says less the more accounts are operated so", () => {
    const few = found(taken([10, 200]));
    const many = found(
      Array.from({ length: 60 }, (_, at) =>
        taken([at * 10, ((at * 10 + 305) % PEOPLE) + 2], `d${at}`),
      ).flat(),
    );
    expect(many[name(10)] ?? 0).toBeLessThan((few[name(10)] ?? 0) / 2);
  });

  it("is the same whatever the order of the rows and however many files told it", () => {
    const whole = taken([10, 200, 400]);
    const split = whole.flatMap(({ first, last, ...one }) => [
      { ...one, first: (first + last) / 2, last, count: 2 },
      { ...one, first, last: (first + last) / 2, count: 2 },
    ]);
    expect(run(split.reverse())).toEqual(run(whole));
  });
});

describe("ordinary sharing", () => {
  const cases: readonly (readonly [string, readonly DeviceUse[]])[] = [
    ["a family's one phone", [10, 11, 12].map((person) => use(person, "family", 1, 85))],
    [
      "the family's new phone",
      [10, 200].flatMap((person) => [use(person, "old", 1, 40), use(person, "new", 40, 85)]),
    ],
    [
      "a relative's phone, once",
      [use(10, "mine", 1, 85), use(10, "his", 50, 51), use(200, "his", 1, 85)],
    ],
    [
      "a tablet of a branch",
      Array.from({ length: 60 }, (_, at) => taken([at * 10], "tablet", 1 + at)).flat(),
    ],
    [
      "a tablet that most went on without",
      [
        ...taken([10, 200], "tablet"),
        ...[30, 60, 90].flatMap((person) => [
          use(person, `phone ${person}`, 1, 85),
          use(person, "tablet", 20, 22),
        ]),
      ],
    ],
    [
      "a phone that was sold",
      [
        ...[use(10, "a", 1, 20), use(10, "sold", 20, 50), use(10, "b", 50, 85)],
        ...[use(200, "c", 1, 60), use(200, "sold", 60, 85)],
      ],
    ],
    ["a new phone each", [...taken([10], "one"), ...taken([200], "two")]],
  ];
  it.each(cases)("%s names nobody", (_, devices) => {
    expect(found(devices)).toEqual({});
  });

  it("names nobody of people who pay each other both ways, or have one phone number", () => {
    const devices = taken([10, 200]);
    const both = [
      [10, 200],
      [200, 10],
    ] as const;
    expect(found(devices, town(both))).toEqual({});
    expect(found(devices, town([], `${name(10)} ${name(200)}`))).toEqual({});
    expect(Object.keys(found(devices, town(both.slice(0, 1))))).toHaveLength(2);
  });
});

describe("without session logs", () => {
  it("a run is what it was", () => {
    expect(JSON.stringify(run([]))).toBe(JSON.stringify(run(undefined)));
    expect(found([])).toEqual({});
  });
});
