import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { BankFormat } from "../../fixtures/banks/format.ts";
import { bankFormats } from "../../fixtures/banks/formats.ts";
import { transferSet } from "../../fixtures/banks/transfers.ts";
import { clusterTellings } from "../../server/loading/pairs/clusters.ts";
import { groupKey, type Telling, tellingOf } from "../../server/loading/pairs/telling.ts";
import { accountNumber } from "../../server/loading/writing/numbers.ts";
import { contentOf, transferRow } from "../../server/loading/writing/transfer-row.ts";
import { readAll, store } from "../support/fidelity.ts";

/**
 * What all formats tell, brought together without a database: the same rules, every pair of
 * formats.
 */

const COUNT = process.env.DG_FIDELITY === "full" ? 5_000 : 150;
const set = transferSet(COUNT);
const folder = mkdtempSync(join(tmpdir(), "fidelity-together-"));
afterAll(() => rmSync(folder, { recursive: true }));

let sequence = 0;

async function tellingsOfFormat(format: BankFormat): Promise<Telling[]> {
  const told: Telling[] = [];
  for (const file of await format.write(set)) {
    sequence += 1;
    const items = await readAll(await store(join(folder, format.name), file));
    const occurrences = new Map<string, number>();
    let order = 0;
    for (const item of items) {
      if (item.kind !== "transfer") continue;
      order += 1;
      const content = contentOf(
        item,
        accountNumber(item.from, item.to),
        accountNumber(item.to, item.from),
      );
      const occurrence = (occurrences.get(content) ?? 0) + 1;
      occurrences.set(content, occurrence);
      told.push(tellingOf(transferRow(item, `source-${sequence}`, order, occurrence), sequence));
    }
  }
  return told;
}

function countTransfers(tellings: readonly Telling[]): number {
  const groups = new Map<string, Telling[]>();
  for (const telling of tellings) {
    const group = groups.get(groupKey(telling));
    if (group === undefined) groups.set(groupKey(telling), [telling]);
    else group.push(telling);
  }
  return [...groups.values()].reduce(
    (sum, group) => sum + clusterTellings(group, { rejected: new Set(), accepted: [] }).length,
    0,
  );
}

describe("one set of transfers told in every format", () => {
  it("is counted once: by each format beside our own CSV, and by all of them together", {
    timeout: 600_000,
  }, async () => {
    const formats = bankFormats().filter((format) => format.carries.other.includes("account"));
    const told = new Map<string, Telling[]>();
    for (const format of formats) told.set(format.name, await tellingsOfFormat(format));
    const canonical = told.get("canonical-csv") ?? [];
    const wrong = [...told].filter(
      ([, tellings]) => countTransfers([...canonical, ...tellings]) !== COUNT,
    );
    expect(
      wrong.map(([name, tellings]) => `${name}: ${countTransfers([...canonical, ...tellings])}`),
    ).toEqual([]);
    expect(countTransfers([...told.values()].flat())).toBe(COUNT);
  });
});
