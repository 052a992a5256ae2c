import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { legalTables } from "../../server/dossier/office-tables.ts";
import { daysOff } from "../../server/dossier/tables/holidays.ts";
import { dayNumber, dayText } from "../../server/time/day.ts";
import { afterWorkingDays, workingDaysUntil } from "../../server/time/working-days.ts";

const day = (text: string) => dayNumber(text) as number;
const fiveAfter = (text: string, isOff = daysOff()) =>
  dayText(afterWorkingDays(day(text), 5, isOff));

describe("a term in working days", () => {
  it("begins on the next day and leaves weekends out", () => {
    expect(fiveAfter("2026-11-02")).toBe("2026-11-09");
    expect(fiveAfter("2026-11-06")).toBe("2026-11-13");
    expect(fiveAfter("2026-11-07")).toBe("2026-11-13");
  });

  it("leaves holidays out, and the working day after a holiday on a weekend", () => {
    // 21 and 22 March 2026 are a weekend, 23 March is a Monday: 24 and 25 March are off too.
    expect(fiveAfter("2026-03-19")).toBe("2026-03-31");
    // 7 January is a day off that never moves (a Thursday in 2027).
    expect(fiveAfter("2027-01-05")).toBe("2027-01-13");
    expect(fiveAfter("2026-05-25")).toBe("2026-06-02");
  });

  it("counts the days that are left", () => {
    expect(workingDaysUntil(day("2026-11-06"), day("2026-11-13"), daysOff())).toBe(5);
    expect(workingDaysUntil(day("2026-11-13"), day("2026-11-13"), daysOff())).toBe(0);
  });

  it("follows the office's own table", async () => {
    const folder = await mkdtemp(join(tmpdir(), "dropper-graph-holidays-"));
    await writeFile(
      join(folder, "holidays.csv"),
      "day,off,source\n2026-11-09,yes,decree\n2026-11-07,no,decree\n",
    );
    const { moved } = await legalTables(folder);
    expect(fiveAfter("2026-11-06", daysOff(moved))).toBe("2026-11-13");
    await writeFile(join(folder, "holidays.csv"), "day,off,source\n2026-11-09,maybe,decree\n");
    await expect(legalTables(folder)).rejects.toMatchObject({
      code: "office-table",
      params: { name: "holidays.csv", row: 2, column: "off" },
    });
    await rm(folder, { recursive: true });
  });
});
