import { expect, it } from "vitest";
import { zoneNote } from "../../web/format/zone-note.ts";

it("a time names its zone where the reader's clock shows another one", () => {
  const at = Date.parse("2026-11-30T19:40:00+05:00");
  expect(zoneNote(at, -300)).toBe("");
  expect([zoneNote(at, 0), zoneNote(at, -360)]).toEqual([" (UTC+05:00)", " (UTC+05:00)"]);
});
