import { beforeAll, describe, expect, it } from "vitest";
import type { AuditExtract } from "../../server/audit/extract.ts";
import { auditFaults } from "../../server/evidence/audit-extract.ts";
import { someExtract } from "../support/audit-extract.ts";
import { someSigner } from "../support/bags.ts";

const signer = someSigner();
let extract: AuditExtract;
let stated: string;
beforeAll(async () => {
  extract = await someExtract(signer);
  stated = `${extract.checkpoint.seq} ${extract.checkpoint.hash}`;
});

const publicKey = Buffer.from(signer.publicKey);
const saidOf = (made: unknown, of: { publicKey?: Buffer | null; stated?: string } = {}) =>
  auditFaults(Buffer.from(JSON.stringify(made)), { publicKey, stated, ...of }).map(
    (one) => one.message,
  );
const [FIRST, LAST] = [0, 2];
/** The extract with one entry changed. */
const withEntry = (at: number, change: (one: AuditExtract["entries"][number]) => object) => ({
  ...extract,
  entries: extract.entries.map((one, index) => (index === at ? { ...one, ...change(one) } : one)),
});

describe("an extract of the audit log", () => {
  it("holds what was done to the case and no other entry, and proves it", () => {
    expect(extract.entries.map(({ entry }) => [entry.seq, entry.who, entry.what])).toEqual([
      [1, "anna", "createCase"],
      [4, "anna", "openClaims"],
      [5, "boris", "setStatus"],
    ]);
    expect(extract.checkpoint).toMatchObject({ size: 5, seq: 5 });
    // The signature is base64 of a new key each time, and one in fifty has these letters.
    const readable = { ...extract, checkpoint: { ...extract.checkpoint, signature: "" } };
    expect(JSON.stringify(readable)).not.toContain("C2");
    expect(saidOf(extract)).toEqual([]);
  });

  it("that was changed is found", () => {
    const entry = (change: object) => (one: AuditExtract["entries"][number]) => ({
      entry: { ...one.entry, ...change },
    });
    expect(saidOf(withEntry(FIRST, entry({ who: "boris" })))).toEqual(["entry 1 was changed"]);
    expect(saidOf(withEntry(LAST, () => ({ index: 3 })))).toEqual([
      "entry 5 is not in the signed log",
    ]);
    expect(saidOf(withEntry(LAST, () => ({ proof: [] })))).toEqual([
      "entry 5 is not in the signed log",
    ]);
    expect(saidOf({ ...extract, checkpoint: { ...extract.checkpoint, size: 6 } })).toEqual([
      "its place of the audit log is not signed with the package's key",
    ]);
    expect(saidOf(extract, { stated: "4 ab" })).toEqual([
      "states another place of the audit log than bag-info.txt",
    ]);
    for (const key of [null, Buffer.from("x"), Buffer.from(someSigner().publicKey)])
      expect(saidOf(extract, { publicKey: key })).toHaveLength(1);
    expect(saidOf({})).toEqual(["is no extract of an audit log"]);
  });
});
