import { describe, expect, it } from "vitest";
import { describe as describeProgress, startProgress } from "../../server/cli/progress.ts";

describe("progress of long work", () => {
  const record = (isTTY: boolean) => {
    const texts: string[] = [];
    let time = 0;
    const progress = startProgress(
      "Loading",
      "rows",
      { isTTY, columns: 200, write: (text) => texts.push(text) },
      () => time,
    );
    return { texts, progress, at: (milliseconds: number) => (time = milliseconds) };
  };

  it("says how much, how fast and how long still", () => {
    expect(describeProgress("Loading", "rows", 500_000, 1_000_000, 10, false)).toBe(
      "Loading  50 %  500,000 rows  50,000/s  0:10 left",
    );
  });

  it("says nothing about an end that is not known", () => {
    expect(describeProgress("Reading", "rows", 1_200, null, 3_723, false)).toBe(
      "Reading  1,200 rows  0/s  1:02:03 taken",
    );
  });

  it("never shows more than the whole", () => {
    expect(describeProgress("Loading", "rows", 12, 10, 1, true)).toContain(" 100 %");
  });

  it("redraws one line on a terminal", () => {
    const { texts, progress, at } = record(true);
    progress.update(1, 10);
    at(200);
    progress.update(5, 10);
    progress.finish();
    expect(texts.filter((text) => text.startsWith("\r"))).toHaveLength(3);
    expect(texts.at(-1)).toBe("\n");
  });

  it("prints plain lines now and then elsewhere, the end included", () => {
    const { texts, progress, at } = record(false);
    for (const second of [1, 2, 3, 4, 5, 6]) {
      at(second * 1000);
      progress.update(second, 6);
    }
    progress.finish();
    expect(texts).toHaveLength(2);
    expect(texts.join("")).not.toContain("\r");
    expect(texts.at(-1)).toContain("100 %");
  });
});
