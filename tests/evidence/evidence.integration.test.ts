import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  chmodSync,
  createWriteStream,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { readCsv } from "../../contract/csv.ts";
import { audit } from "../../server/audit/audit.ts";
import { auditExtract } from "../../server/audit/extract.ts";
import { openCase, topCluster } from "../../server/cases/cases.store.ts";
import { listClaims, moveClaim } from "../../server/claims/claims.store.ts";
import { openClaims } from "../../server/claims/direct.store.ts";
import { openTracedClaims } from "../../server/claims/traced.store.ts";
import { startDetection } from "../../server/detection/run/start-detection.ts";
import { exportCase } from "../../server/evidence/export.ts";
import { namedKey, officeKey } from "../../server/evidence/known-key.ts";
import { recomputePackage } from "../../server/evidence/recompute.ts";
import { keyPath } from "../../server/evidence/signing.ts";
import { verifyPackage } from "../../server/evidence/verify.ts";
import { exportZip } from "../../server/evidence/zip.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { bytesOf } from "../support/bags.ts";
import { testDatabase } from "../support/neo4j.ts";
import { fill, scene } from "../support/scene.ts";

const town = scene();
const folder = mkdtempSync(join(tmpdir(), "evidence-"));
const who = { by: "tester", at: Date.parse("2026-11-02T10:00:00Z") };
const options = {
  caseId: "C1",
  language: "ru",
  at: Date.parse("2026-11-03T09:00:00Z"),
  by: "tester",
} as const;
const out = (name: string) => join(folder, name);
let database: Database;

beforeAll(async () => {
  database = await testDatabase();
  rmSync(keyPath(database.dataDir), { force: true });
  await fill(database, town);
  await startDetection(database, {
    since: null,
    until: null,
    startedBy: "tester",
    useReports: true,
    signal: new AbortController().signal,
    report: () => {},
  });
  const { id } = await openCase(
    database.queries,
    { cluster: await topCluster(database.queries) },
    who,
  );
  await openClaims(database.queries, id, who);
  await openTracedClaims(database, id, "fifo", who);
  await exportCase(database, out("first"), options);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

function shell(command: string): string {
  return execFileSync("bash", ["-c", command], { cwd: out("first"), encoding: "utf8" });
}

describe("an evidence package", () => {
  it("is checked by a court with sha256sum and openssl alone", () => {
    const checked = shell("sha256sum -c --strict manifest-sha256.txt tagmanifest-sha256.txt");
    expect(
      checked
        .trim()
        .split("\n")
        .every((line) => line.endsWith(": OK")),
    ).toBe(true);
    expect(shell("find data -type f | wc -l").trim()).toBe(
      shell("wc -l < manifest-sha256.txt").trim(),
    );
    const signature = shell(
      "openssl pkeyutl -verify -rawin -pubin -inkey signer.pub.pem -in tagmanifest-sha256.txt -sigfile tagmanifest-sha256.txt.sig",
    );
    expect(signature).toContain("Signature Verified Successfully");
  });

  it("verifies, names the office's key by the fingerprint openssl prints, and refuses another key", async () => {
    const printed =
      shell("openssl pkey -pubin -in signer.pub.pem -outform DER | sha256sum").split(" ")[0] ?? "";
    const named = printed.toUpperCase().replace(/(..)(?=.)/g, "$1:");
    for (const key of [
      await namedKey(named, out("first")),
      await officeKey(database.dataDir, { required: true }),
    ]) {
      expect(await verifyPackage(out("first"), key)).toMatchObject({
        intact: true,
        problems: [],
        fingerprint: printed,
        signer: "known",
        foreign: [],
      });
    }
    const found = await verifyPackage(out("first"));
    expect(found).toMatchObject({ intact: true, signer: "unknown" });
    expect(found.info["External-Identifier"]).toBe("C1");
    const stranger = await verifyPackage(
      out("first"),
      await namedKey("0".repeat(64), out("first")),
    );
    expect(stranger.problems.map((one) => one.code)).toEqual(["wrong-key"]);
  });

  it("has the amounts of the claims, recomputable without the database", async () => {
    const found = await recomputePackage(out("first"));
    expect(found).toMatchObject({ agrees: true, faults: [], tracedAgain: { agrees: true } });
    // More movements than facts: strangers' ones are there as well.
    const facts = readCsv(
      bytesOf(out("first")).get("data/1-facts/transfers.csv")?.toString() ?? "",
    );
    expect(found.tracedAgain?.movements).toBeGreaterThan(facts?.length ?? 0);
    const claims = await listClaims(database.queries, "C1");
    expect(found.claims.map((claim) => claim.claim)).toEqual(claims.map((claim) => claim.id));
    const cents = (text: string | null) => BigInt((text ?? "").replace(".", ""));
    expect(found.claims.map((claim) => cents(claim.recomputed))).toEqual(
      claims.map((claim) => BigInt(claim.amount)),
    );
  });

  it("is the same to the byte apart from the stated time, which stands in one place", async () => {
    await exportCase(database, out("again"), options);
    expect(bytesOf(out("again"))).toEqual(bytesOf(out("first")));
    await exportCase(database, out("later"), { ...options, at: options.at + 86_400_000 });
    const [first, later] = [bytesOf(out("first")), bytesOf(out("later"))];
    const different = [...first.keys()].filter(
      (path) => !first.get(path)?.equals(later.get(path) ?? Buffer.alloc(0)),
    );
    expect(different.sort()).toEqual([
      "bag-info.txt",
      "tagmanifest-sha256.txt",
      "tagmanifest-sha256.txt.sig",
    ]);
    const lines = (files: Map<string, Buffer>) =>
      files.get("bag-info.txt")?.toString().split("\n") ?? [];
    expect(lines(later).filter((line) => !lines(first).includes(line))).toEqual([
      "Export-Time: 2026-11-04T14:00:00+05:00",
    ]);
  });

  it("counts what is withheld, and the letter and the inventory name every file", () => {
    const rows = readCsv(readFileSync(out("first/data/withheld.csv"), "utf8")) ?? [];
    const count = (code: string) => Number(rows.find((row) => row.code === code)?.how_many);
    const shown = readCsv(readFileSync(out("first/data/1-facts/transfers.csv"), "utf8")) ?? [];
    const accounts = new Set(
      (readCsv(readFileSync(out("first/data/1-facts/accounts.csv"), "utf8")) ?? [])
        .filter((row) => row.exit_kind === "")
        .map((row) => row.account),
    );
    const movements =
      readCsv(readFileSync(out("first/data/2-calculation/movements/movements.csv"), "utf8")) ?? [];
    const touching = town.transfers.filter((one) => accounts.has(one.from) || accounts.has(one.to));
    const strangers = movements.filter((row) => row.transfer_id?.startsWith("other-t"));
    const theirs = strangers.filter(
      (row) => accounts.has(row.from_account ?? "") || accounts.has(row.to_account ?? ""),
    );
    expect(count("other-movements")).toBe(strangers.length);
    expect(theirs.length).toBeGreaterThan(0);
    expect(count("other-transfers")).toBe(touching.length - shown.length - theirs.length);
    const cited = readCsv(readFileSync(out("first/data/3-indicators/reasons.csv"), "utf8")) ?? [];
    const here = new Set(shown.map((row) => row.transfer_id));
    const absent = cited.flatMap((row) =>
      (row.transfers ?? "").split(" ").filter((id) => id !== "" && !here.has(id)),
    );
    expect(count("cited-transfers")).toBe(new Set(absent).size);
    expect(existsSync(out("first/data/inventory.pdf"))).toBe(true);
    expect(existsSync(out("first/data/cover-letter.docx"))).toBe(true);
  });

  it("shows every transfer with file, hash and row, in the workbook as in the table", async () => {
    const rows = readCsv(readFileSync(out("first/data/1-facts/transfers.csv"), "utf8")) ?? [];
    for (const id of town.reports.flatMap((report) => report.transferIds)) {
      const order = town.transfers.findIndex((transfer) => transfer.id === id);
      const row = rows.find((one) => one.transfer_id === id);
      expect(row).toMatchObject({
        source_sha256: "s1",
        source_place: "",
        source_row: String(order),
      });
    }
    const book = await readXlsx(readFileSync(out("first/data/1-facts/transfers.xlsx")));
    // The heading above, the totals below.
    expect(book.sheets[0]?.rows.length).toBe(rows.length + 2);
    expect(book.sheets[0]?.rows[0]?.[0]).toBe("Номер перевода");
    // The workbook names the kind of operation in the reader's language.
    const first = { ...rows[0], channel: "перевод" };
    expect(rows[0]?.channel).toBe("transfer");
    expect(book.sheets[0]?.rows[1]?.map((cell) => (cell === null ? "" : String(cell)))).toEqual(
      Object.values(first).map((text) => text.replace(/^(\d+),00$/, "$1")),
    );
  });

  it("keeps what a program inferred out of facts and calculation", () => {
    const files = [...bytesOf(out("first")).entries()];
    const indicators = files.filter(([path]) => path.startsWith("data/3-indicators/"));
    expect(indicators.some(([, bytes]) => bytes.toString().includes("points"))).toBe(true);
    for (const [path, bytes] of files.filter(([name]) => /^data\/[12]-.*\.csv$/.test(name))) {
      expect(bytes.toString(), path).not.toMatch(/score|points|collector|transit/);
    }
  });
});

describe("exporting", () => {
  it("refuses a folder with anything in it and leaves nothing half-done", async () => {
    const before = readdirSync(folder);
    await expect(exportCase(database, out("first"), options)).rejects.toThrow("not empty");
    await expect(exportCase(database, out("none"), { ...options, caseId: "C99" })).rejects.toThrow(
      "no case",
    );
    const stop = new AbortController();
    stop.abort();
    await expect(
      exportCase(database, out("none"), { ...options, signal: stop.signal }),
    ).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(before);
  });

  it("as a ZIP gives the same package, the same bytes each time, and leaves no working copy", async () => {
    const names = [out("one.zip"), out("two.zip")];
    for (const name of names) {
      const zipped = await exportZip(database, options);
      await pipeline(zipped.body, createWriteStream(name));
      expect(readdirSync(join(database.dataDir, "exports"))).toEqual([]);
    }
    const unread = await exportZip(database, options);
    await once(unread.body.destroy(), "close");
    expect(readdirSync(join(database.dataDir, "exports"))).toEqual([]);
    expect(readFileSync(out("two.zip")).equals(readFileSync(out("one.zip")))).toBe(true);
    expect(await verifyPackage(out("one.zip"))).toMatchObject({ intact: true });
    expect(await recomputePackage(out("one.zip"))).toMatchObject({ agrees: true });
    execFileSync("python3", ["-m", "zipfile", "-e", out("one.zip"), out("unpacked")]);
    expect(bytesOf(out("unpacked/evidence-C1"))).toEqual(bytesOf(out("first")));
  });

  it("signs with a key only its owner can read, and with no other", async () => {
    const path = keyPath(database.dataDir);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    chmodSync(path, 0o644);
    await expect(exportCase(database, out("open"), options)).rejects.toThrow(
      "can be read by other people",
    );
    chmodSync(path, 0o600);
    expect(existsSync(out("open"))).toBe(false);
  });

  it("brings the entries of the audit log about the case, with proofs that verify follows", async () => {
    await audit(database, { who: "anna", what: "setStatus", target: "C1 C1-1" });
    await audit(database, { who: "anna", what: "setStatus", target: "C2 C2-1" });
    await exportCase(database, out("logged"), options);
    const extract = auditExtract.parse(
      JSON.parse(readFileSync(out("logged/audit/extract.json"), "utf8")),
    );
    const targets = extract.entries.map(({ entry }) => entry.target);
    expect(targets).toContain("C1 C1-1");
    expect(targets).not.toContain("C2 C2-1");
    expect(extract.checkpoint.size).toBeGreaterThan(extract.entries.length);
    const found = await verifyPackage(out("logged"));
    expect(found).toMatchObject({ intact: true, problems: [] });
    expect(found.info["Audit-Checkpoint"]).toBe(
      `${extract.checkpoint.seq} ${extract.checkpoint.hash}`,
    );
    // Beside the payload: what is claimed does not change with the log.
    const payload = (name: string) => readFileSync(out(`${name}/manifest-sha256.txt`), "utf8");
    expect(payload("logged")).toBe(payload("first"));
  });

  it("gives a copy to be shown, of the very same package, without the accounts of third persons", async () => {
    const accounts = (name: string) =>
      readCsv(readFileSync(out(`${name}/data/1-facts/accounts.csv`), "utf8")) ?? [];
    const whole = accounts("first");
    // Some acts name an account in the audit log, here each of the package.
    for (const { account = "" } of whole)
      await audit(database, { who: "anna", what: "setRole", target: `C1 ${account}` });
    await exportCase(database, out("shown"), { ...options, disclosure: true });
    const extract = readFileSync(out("shown/audit/extract.json"), "utf8");
    expect(extract).toContain("setRole");
    expect(await verifyPackage(out("shown"))).toMatchObject({ intact: true, problems: [] });
    expect(await recomputePackage(out("shown"))).toMatchObject({ agrees: true, faults: [] });
    const { info } = await verifyPackage(out("shown"));
    const manifest = readFileSync(out("first/manifest-sha256.txt"));
    expect(info["Disclosure-Of-Manifest-SHA256"]).toBe(
      createHash("sha256").update(manifest).digest("hex"),
    );
    const shown = accounts("shown");
    const hidden = whole.filter((_, at) => shown[at]?.account?.startsWith("masked-account-"));
    expect(shown.length).toBe(whole.length);
    expect(hidden.length).toBeGreaterThan(0);
    const texts = [...bytesOf(out("shown"))]
      .filter(([path]) => !/\.(pdf|xlsx|docx|sig)$/.test(path))
      .map(([, bytes]) => bytes.toString());
    for (const { account = "" } of hidden)
      expect(texts.filter((text) => text.includes(account))).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.includes("whole"))).toEqual([]);
  });

  it("leaves out withdrawn claims and refuses a claim whose transfer is gone", async () => {
    const { queries } = database;
    const [first] = await listClaims(queries, "C1");
    const at = { caseId: "C1", claim: first?.id ?? "" };
    await moveClaim(queries, at, { status: "withdrawn", reason: "mistake" }, who);
    await exportCase(database, out("without"), options);
    const claims = readCsv(readFileSync(out("without/data/2-calculation/claims.csv"), "utf8"));
    expect(claims?.map((claim) => claim.claim_id)).not.toContain(at.claim);
    expect(claims?.length).toBeGreaterThan(0);
    expect(await recomputePackage(out("without"))).toMatchObject({ agrees: true });
    const [, second] = await listClaims(queries, "C1");
    // A draft would follow the data; a claim that has left the office does not.
    await moveClaim(queries, { caseId: "C1", claim: second?.id ?? "" }, { status: "review" }, who);
    await queries.write(
      "support/change-amount-for-tests",
      { id: second?.lines[0]?.transferId },
      z.unknown(),
    );
    await expect(exportCase(database, out("gone"), options)).rejects.toThrow(
      "no longer in the data",
    );
  });
});

describe("the commands", () => {
  const run = (...words: string[]) => {
    try {
      const stdout = execFileSync(process.execPath, ["setup/dropper-graph.mjs", ...words], {
        encoding: "utf8",
        stdio: "pipe",
      });
      return { code: 0, stdout };
    } catch (error) {
      const failed = error as { status: number; stdout: string };
      return { code: failed.status, stdout: failed.stdout };
    }
  };

  it("verify and recompute say what is wrong and exit with 1", () => {
    const [verdict, whose] = run("verify", out("later"), "--data", database.dataDir)
      .stdout.trim()
      .split("\n");
    expect(verdict).toMatch(/^intact: \d+ files, signed by [0-9a-f]{64}$/);
    expect(whose).toBe(`This is the key of the office whose data are in ${database.dataDir}.`);
    const other = run("verify", out("later"), "--key", "0".repeat(64), "--language", "ru");
    expect(other.code).toBe(1);
    expect(other.stdout).toContain("не изменён, но подписан другим ключом");
    const nobody = join(out("later"), "..", "no-office");
    expect(run("verify", out("later"), "--data", nobody).code).toBe(0);
    expect(JSON.parse(run("recompute", out("later"), "--json").stdout).ok).toBe(true);
    const lines = out("later/data/2-calculation/claim-lines.csv");
    writeFileSync(lines, readFileSync(lines, "utf8").replace("00,00;KZT", "01,00;KZT"));
    const verified = run("verify", out("later"), "--json");
    expect(verified.code).toBe(1);
    expect(JSON.parse(verified.stdout).problems).toMatchObject([
      { code: "changed", path: "data/2-calculation/claim-lines.csv" },
    ]);
    const recomputed = run("recompute", out("later"));
    expect(recomputed.code).toBe(1);
    expect(recomputed.stdout).toContain("DIFFERS");
    expect(run("verify", out("nowhere")).code).toBe(1);
  });
});
