import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  addFile,
  filesOfCase,
  fileWithPath,
  removeFile,
} from "../../server/case-files/case-files.store.ts";
import { storeBytes } from "../../server/case-files/stored-bytes.ts";
import { openCase, updateCase } from "../../server/cases/cases.store.ts";
import { addView, removeView, viewsOfCase } from "../../server/cases/views.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { recordPayment } from "../../server/claims/payments.store.ts";
import { recomputePackage } from "../../server/evidence/recompute.ts";
import { verifyPackage } from "../../server/evidence/verify.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { step } from "../support/claim-steps.ts";
import { exported, put, reported, actor as start } from "../support/late-money.ts";
import { emptyDatabase, testDatabase } from "../support/neo4j.ts";

const actor = { ...start, at: Date.parse("2026-06-01T00:00:00Z") };
const SCAN = Buffer.from("%PDF-1.4 no real PDF, as a scanner may leave it \u0000\u0001");
let database: Database;
let folder: string;
let id: string;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), "dropper-graph-files-"));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  await emptyDatabase(database);
  await put(database, "stolen", [["t1", "V", "D", "100.00", 0]], [reported("R1", "V", "t1")]);
  id = (await openCase(database.queries, { title: "Files", reports: ["R1"] }, actor)).id;
  await openClaims(database.queries, id, actor);
});

const add = (name: string, more: object = {}, bytes: Buffer = SCAN) =>
  addFile(database, id, { name, about: "receipt", ...more }, Readable.from([bytes]), actor);

describe("a file of a case", () => {
  it("keeps its bytes under their SHA-256, and belongs to a claim or a payment of the case", async () => {
    const at = { caseId: id, claim: `${id}-1` };
    await step(database, at, actor, "review", "approved", "filed");
    const paid = { day: "2026-05-01", amount: "4000", source: "dropper" as const, receipt: "7" };
    const { payments } = await recordPayment(database.queries, at, paid, actor);
    const payment = payments[0]?.id ?? "";
    const { files } = await add("C:\\Scans\\Квитанция 7.PDF", { claim: at.claim, payment });
    const sha256 = createHash("sha256").update(SCAN).digest("hex");
    expect(files).toMatchObject([
      {
        id: `${id}-F1`,
        name: "Квитанция 7.PDF",
        sha256,
        bytes: SCAN.length,
        payment,
        removed: null,
      },
    ]);
    const { path } = await fileWithPath(database, { caseId: id, file: `${id}-F1` });
    expect(await readFile(path)).toEqual(SCAN);
    await expect(add("again.pdf", { claim: at.claim, payment })).rejects.toMatchObject({
      code: "case-file-there",
    });
    for (const wrong of [{ claim: "C9-1" }, { claim: at.claim, payment: "P9" }, { payment }])
      await expect(add("x.pdf", wrong)).rejects.toMatchObject({ code: "not-found" });
  });

  it("is in the package with its hash, which verify and recompute compare", async () => {
    await add("согласие.pdf", { about: "=consent" });
    await add("odd.name.<script>", { about: "answer" }, Buffer.from("other"));
    const { out, table } = await exported(database, folder, id);
    expect(table("4-attachments/files.csv").map(({ file, name }) => [file, name])).toEqual([
      [`${id}-F1.pdf`, "согласие.pdf"],
      [`${id}-F2.bin`, "odd.name.<script>"],
    ]);
    const path = join(out, "data/4-attachments", `${id}-F1.pdf`);
    expect(await readFile(path)).toEqual(SCAN);
    await writeFile(path, "something else");
    expect(await verifyPackage(out)).toMatchObject({ intact: false });
    expect((await recomputePackage(out)).faults).toEqual([
      `The attachment ${id}-F1.pdf has another hash.`,
    ]);
  });

  it("whose bytes are others by now is neither handed out nor packed", async () => {
    await add("a.pdf");
    const at = { caseId: id, file: `${id}-F1` };
    const { path } = await fileWithPath(database, at);
    await writeFile(path, "forged");
    const refused = { code: "case-file-damaged", status: 409 };
    await expect(fileWithPath(database, at)).rejects.toMatchObject(refused);
    await expect(exported(database, folder, id)).rejects.toMatchObject(refused);
    await rm(path);
    await expect(fileWithPath(database, at)).rejects.toMatchObject(refused);
    await removeFile(database, at, "Damaged on the disk", actor);
    await add("a.pdf");
    const { table } = await exported(database, folder, id);
    expect(table("4-attachments/files.csv").map((row) => row.file)).toEqual([`${id}-F2.pdf`]);
  });

  it("says what it is, is taken out with a reason, and a closed case takes none", async () => {
    await expect(add("a.pdf", { about: "\u200b " })).rejects.toMatchObject({
      code: "case-file-needs-about",
    });
    await expect(add("a.pdf", {}, Buffer.alloc(0))).rejects.toMatchObject({
      code: "case-file-empty",
    });
    const { version } = await add("a.pdf");
    const at = { caseId: id, file: `${id}-F1` };
    await expect(removeFile(database, at, " ", actor)).rejects.toMatchObject({
      code: "case-file-needs-reason",
    });
    const stale = { ...actor, from: version - 1 };
    await expect(removeFile(database, at, "A slip", stale)).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
    const { files } = await removeFile(database, at, "A slip", { ...actor, from: version });
    expect(files[0]?.removed).toMatchObject({ reason: "A slip", by: actor.by });
    await updateCase(database.queries, id, { status: "closed" }, actor);
    await expect(add("b.pdf")).rejects.toMatchObject({ code: "case-closed" });
    expect((await filesOfCase(database, id)).files).toHaveLength(1);
  });

  it("above the limit leaves nothing behind", async () => {
    const large = storeBytes(folder, "large", Readable.from([SCAN, SCAN]), { most: 60 });
    await expect(large).rejects.toMatchObject({ code: "case-file-too-large", status: 413 });
    const again = await storeBytes(folder, "small", Readable.from([SCAN]));
    expect(again.bytes).toBe(SCAN.length);
  });
});

describe("a view of a case", () => {
  const by = { by: "aigerim", at: Date.parse("2026-06-02T00:00:00Z") };
  const view = (name: string) => ({
    name,
    search: "?cluster=R1-aa&layout=flow&min=5000000&select=KZ1",
    places: [["KZ1", 12.5, -3]] as [string, number, number][],
  });

  it("comes back as it was kept, the newest first, with the places of what was moved", async () => {
    await addView(database.queries, id, view("The first night"), by);
    const { views } = await addView(database.queries, id, view("The collector"), by);
    expect(views).toEqual([
      { id: `${id}-V2`, ...view("The collector"), ...by },
      { id: `${id}-V1`, ...view("The first night"), ...by },
    ]);
    const left = await removeView(database.queries, id, `${id}-V1`);
    expect(left.views.map((one) => one.id)).toEqual([`${id}-V2`]);
  });

  it("is of its case: another case has none of it, and takes none out", async () => {
    await addView(database.queries, id, view("The first night"), by);
    const other = (await openCase(database.queries, { title: "Other" }, actor)).id;
    expect(await viewsOfCase(database.queries, other)).toEqual({ views: [] });
    await expect(removeView(database.queries, other, `${id}-V1`)).rejects.toThrow(/no view/);
    await expect(viewsOfCase(database.queries, "C99")).rejects.toThrow(/no case/);
  });

  it("is not taken into a closed case", async () => {
    await updateCase(database.queries, id, { status: "closed" }, actor);
    await expect(addView(database.queries, id, view("Late"), by)).rejects.toMatchObject({
      code: "case-closed",
    });
  });
});
