import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { TransferRecord } from "../../server/columns/build.ts";
import type { TransferColumns } from "../../server/columns/columns.ts";
import { ascendingOrder } from "../../server/columns/order.ts";
import { readSnapshot, writeSnapshot } from "../../server/columns/snapshot.ts";
import { columnsFrom } from "../support/columns.ts";

const folder = mkdtempSync(join(tmpdir(), "columns-"));
afterAll(() => rmSync(folder, { recursive: true }));

const transfers = fc
  .array(
    fc.record({
      from: fc.constantFrom("KZ1", "KZ2", "KZ3", "Ә4"),
      to: fc.constantFrom("KZ1", "KZ2", "KZ3", "EXIT:cash:-"),
      amount: fc.bigInt({ min: 1n, max: 10n ** 15n }),
      bookedAt: fc.integer({ min: 1_700_000_000_000, max: 1_700_000_000_020 }),
      currency: fc.constantFrom("KZT", "USD"),
      channel: fc.constantFrom("transfer" as const, "cash" as const),
    }),
    { maxLength: 60 },
  )
  .map((list) => list.map((one, at): TransferRecord => ({ ...one, id: `id-${at}`, order: at })));

const plain = (columns: TransferColumns) =>
  Array.from({ length: columns.length }, (_, row) => [
    columns.idOf(row),
    columns.accounts.numbers[columns.from[row] as number],
    columns.accounts.numbers[columns.to[row] as number],
    columns.amount[row],
    columns.bookedAt[row],
    columns.currencies[columns.currency[row] as number],
  ]);

describe("columns", () => {
  it("keep every transfer, in the order of instant, source and id", () => {
    fc.assert(
      fc.property(transfers, (list) => {
        const columns = columnsFrom([], list);
        const expected = [...list].sort(
          (a, b) => a.bookedAt - b.bookedAt || (a.order ?? 0) - (b.order ?? 0),
        );
        expect(plain(columns)).toEqual(
          expected.map((one) => [one.id, one.from, one.to, one.amount, one.bookedAt, one.currency]),
        );
        for (const one of list) expect(columns.idOf(columns.rowOfId(one.id) ?? -1)).toBe(one.id);
        expect(columns.rowOfId("nobody")).toBeUndefined();
      }),
    );
  });

  it("find an account's rows both ways", () => {
    fc.assert(
      fc.property(transfers, (list) => {
        const columns = columnsFrom([], list);
        for (let account = 0; account < columns.accounts.length; account += 1) {
          const { offsets, rows } = columns.outgoing;
          const own = [...rows.subarray(offsets[account], offsets[account + 1])];
          expect(own).toEqual(
            [...columns.from.keys()].filter((row) => columns.from[row] === account),
          );
        }
      }),
    );
  });

  it("have a fingerprint that depends on what was paid and not on the order of loading", () => {
    fc.assert(
      fc.property(transfers, fc.infiniteStream(fc.nat()), (list, random) => {
        const shuffled = list
          .map((one) => ({ one, key: random.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }, at) => ({ ...one, order: at }));
        expect(columnsFrom([], shuffled).fingerprint).toBe(columnsFrom([], list).fingerprint);
        if (list.length === 0) return;
        const changed = list.map((one, at) =>
          at === 0 ? { ...one, amount: one.amount + 1n } : one,
        );
        expect(columnsFrom([], changed).fingerprint).not.toBe(columnsFrom([], list).fingerprint);
      }),
    );
  });

  it("come back from a snapshot file as they were", () => {
    fc.assert(
      fc.property(transfers, (list) => {
        const accounts = [
          {
            number: "KZ1",
            holderKey: "900101300017",
            holderKind: "person",
            openedAt: 5,
            phone: "77",
          } as const,
          { number: "EXIT:cash:-", exitKind: "cash" } as const,
        ];
        const columns = columnsFrom(accounts, list);
        const path = join(folder, "a.snapshot");
        writeSnapshot(path, columns, { transfers: list.length });
        const read = readSnapshot(path);
        expect(read?.basis).toEqual({ transfers: list.length });
        expect(plain(read?.columns as TransferColumns)).toEqual(plain(columns));
        expect(read?.columns.fingerprint).toBe(columns.fingerprint);
        expect([...(read?.columns.accounts.openedAt ?? [])]).toEqual([
          ...columns.accounts.openedAt,
        ]);
      }),
      { numRuns: 30 },
    );
  });

  it("treat a cut or foreign snapshot file as absent", () => {
    const path = join(folder, "b.snapshot");
    expect(readSnapshot(path)).toBeUndefined();
    writeSnapshot(
      path,
      columnsFrom([], [{ id: "1", from: "a", to: "b", amount: 5n, bookedAt: 1 }]),
      null,
    );
    const whole = readFileSync(path);
    for (let length = 0; length < whole.length; length += 7) {
      writeFileSync(path, whole.subarray(0, length));
      expect(readSnapshot(path)).toBeUndefined();
    }
  });
});

it("radix order is a stable ascending order", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5_000_000_000, max: 5_000_000_000 })), (values) => {
      const expected = values
        .map((_, at) => at)
        .sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
      expect([...ascendingOrder(Float64Array.from(values))]).toEqual(expected);
    }),
  );
});
