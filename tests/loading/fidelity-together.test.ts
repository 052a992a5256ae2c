import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { BankFormat } from "../../fixtures/banks/format.ts";
import { bankFormats } from "../../fixtures/banks/formats.ts";
import { transferSet } from "../../fixtures/banks/transfers.ts";
import { clusterRecords } from "../../server/loading/duplicates/same-transfer.ts";
import { endsOf } from "../../server/loading/record/account-key.ts";
import { contentOf, rowRecord } from "../../server/loading/record/row-record.ts";
import {
  groupKey,
  type SourceRecord,
  sourceRecordOf,
} from "../../server/loading/record/source-record.ts";
import { newRecord } from "../../server/loading/record/transfer-record.ts";
import { readAll, store } from "../support/fidelity.ts";

/**
 * What all formats say, brought together without a database: the same rules, every pair of
 * formats.
 */

const COUNT = process.env.DG_FIDELITY === "full" ? 5_000 : 150;
const set = transferSet(COUNT);
const folder = mkdtempSync(join(tmpdir(), "fidelity-together-"));
afterAll(() => rmSync(folder, { recursive: true }));

let sequence = 0;

async function recordsOfFormat(format: BankFormat): Promise<SourceRecord[]> {
  const records: SourceRecord[] = [];
  for (const file of await format.write(set)) {
    sequence += 1;
    const items = await readAll(await store(join(folder, format.name), file));
    const occurrences = new Map<string, number>();
    let order = 0;
    for (const item of items) {
      if (item.kind !== "transfer") continue;
      order += 1;
      const ends = endsOf(item);
      const content = contentOf(item, ends);
      const occurrence = (occurrences.get(content) ?? 0) + 1;
      occurrences.set(content, occurrence);
      const record = rowRecord(item, ends, {
        sourceId: `source-${sequence}`,
        order,
        occurrence,
      });
      records.push(sourceRecordOf(newRecord(record), sequence));
    }
  }
  return records;
}

function countTransfers(records: readonly SourceRecord[]): number {
  const groups = new Map<string, SourceRecord[]>();
  for (const record of records) {
    const group = groups.get(groupKey(record));
    if (group === undefined) groups.set(groupKey(record), [record]);
    else group.push(record);
  }
  return [...groups.values()].reduce(
    (sum, group) => sum + clusterRecords(group, { rejected: new Set(), accepted: [] }).length,
    0,
  );
}

describe("one set of transfers in every format", () => {
  it("is counted once: by each format beside our own CSV, and by all of them together", {
    timeout: 600_000,
  }, async () => {
    const formats = bankFormats().filter((format) => format.carries.other.includes("account"));
    const byFormat = new Map<string, SourceRecord[]>();
    for (const format of formats) byFormat.set(format.name, await recordsOfFormat(format));
    const canonical = byFormat.get("canonical-csv") ?? [];
    const wrong = [...byFormat].filter(
      ([, records]) => countTransfers([...canonical, ...records]) !== COUNT,
    );
    expect(
      wrong.map(([name, records]) => `${name}: ${countTransfers([...canonical, ...records])}`),
    ).toEqual([]);
    expect(countTransfers([...byFormat.values()].flat())).toBe(COUNT);
  });
});
