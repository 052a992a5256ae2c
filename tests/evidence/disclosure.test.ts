import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCsv } from "../../contract/csv.ts";
import type { CaseFacts } from "../../server/evidence/case-facts.ts";
import { disclosureCopy } from "../../server/evidence/disclosure/mask.ts";
import { packFacts, wholeManifest } from "../../server/evidence/pack.ts";
import { recomputeBag } from "../../server/evidence/recompute.ts";
import { openWorkbook } from "../../server/evidence/reopen/office.ts";
import { COVER_WORDS } from "../../server/evidence/texts/cover/cover-texts.ts";
import { verifyPackage } from "../../server/evidence/verify.ts";
import { bytesOf, inMemory, someSigner } from "../support/bags.ts";
import { caseFacts } from "../support/case-facts.ts";

const folder = mkdtempSync(join(tmpdir(), "disclosure-"));
const signer = someSigner();
const options = { language: "ru", at: 0, by: "tester", office: null } as const;
afterAll(() => rmSync(folder, { recursive: true }));

const VICTIM = "KZ867220000000000001";
const DROPPER = "KZ867220000000000002";
const CARRIER = "KZ867220000000000003";
const KEY = "h-kz(00).p|7/[a]{2}+\\^$?*";
const THIRD = "Серіков Асқар";
/** Only the victim names this person: no bank has confirmed the transfer. */
const NAMED = { account: "KZ867220000000000009", name: "Жұмабек Ерлан", phone: "77015550101" };
const SAID = {
  ...{ key: "k1", amount: "30000", currency: "KZT", at: null, dayOnly: false },
  recipient: { ...NAMED, bank: null },
};

/**
 * The victim paid the dropper, who passed money on to a third person; only the dropper is claimed
 * from. Words of a purpose and of a report name the third person as well.
 */
function facts(): CaseFacts {
  const made = caseFacts([
    { id: "T1", from: VICTIM, to: DROPPER, amount: 100_000n, stolen: "R1" },
    { id: "T2", from: DROPPER, to: CARRIER, amount: 60_000n },
    { id: "T3", from: CARRIER, to: "CASH", amount: 50_000n },
  ]);
  const claims = made.claims.filter((claim) => claim.method === "direct");
  const holders = made.accounts.map((one) =>
    one.number === CARRIER
      ? {
          ...one,
          holder: { key: KEY, iin: "900101300123", name: THIRD, kind: "person" },
        }
      : one,
  );
  return {
    ...made,
    claims,
    states: made.states
      .filter((state) => claims.some((one) => one.id === state.claim.id))
      .map((state) => ({ ...state, alternativeNames: ["Ким Валерий"] })),
    accounts: holders,
    transfers: made.transfers.map((one) => ({
      ...one,
      purpose: one.id === "T1" ? `для ${THIRD.toUpperCase()}, счёт ${CARRIER}` : `за ${THIRD}`,
    })),
    reports: made.reports.map((one) => ({
      ...one,
      lure: `звонил ${THIRD}`,
      described: [SAID],
    })),
    attachments: [],
  };
}

/** Everything a reader sees of a package: texts, cells of the workbook, pages. */
async function seen(files: ReadonlyMap<string, Buffer>): Promise<string> {
  const texts: string[] = [];
  for (const [path, bytes] of files) {
    if (path.endsWith(".pdf")) {
      const pdf = await getDocumentProxy(new Uint8Array(bytes));
      texts.push((await extractText(pdf, { mergePages: true })).text);
    } else if (path.endsWith(".xlsx")) texts.push(openWorkbook(bytes, path).flat().join(" "));
    else texts.push(bytes.toString());
  }
  return texts.join("\n").replace(/\s+/g, " ").toLowerCase();
}

describe("a disclosure copy", () => {
  const root = join(folder, "copy");
  let whole: Map<string, Buffer>;
  let copy: Map<string, Buffer>;
  let of: string;
  beforeAll(async () => {
    const [one, two] = [mkdtempSync(join(folder, "whole-")), mkdtempSync(`${root}-`)];
    await packFacts(one, facts(), options, signer);
    whole = bytesOf(one);
    of = await wholeManifest(join(folder, "temporary"), facts(), options, signer);
    const { facts: masked } = disclosureCopy(facts(), "ru");
    await packFacts(two, masked, { ...options, disclosureOf: of }, signer);
    copy = bytesOf(two);
    expect(await verifyPackage(two)).toMatchObject({ intact: true, problems: [] });
  }, 60_000);

  it("names no third person anywhere, in words, numbers or accounts", async () => {
    const names = [THIRD, KEY, "900101300123", CARRIER, "Ким Валерий", ...Object.values(NAMED)];
    const hidden = names.map((one) => one.toLowerCase());
    const before = await seen(whole);
    const after = await seen(copy);
    for (const one of hidden) {
      expect(before).toContain(one);
      expect(after, one).not.toContain(one);
    }
    for (const one of [VICTIM, DROPPER, "третье лицо 1", "masked-account-1"])
      expect(after).toContain(one.toLowerCase());
  });

  it("adds up as the whole package does, and its rows are found there", async () => {
    const [one, two] = [await recomputeBag(inMemory(whole)), await recomputeBag(inMemory(copy))];
    expect(two).toMatchObject({ agrees: true, faults: [] });
    expect(two.claims).toEqual(one.claims);
    const rows = (files: ReadonlyMap<string, Buffer>) =>
      readCsv(files.get("data/1-facts/transfers.csv")?.toString() ?? "") ?? [];
    const kept = ["transfer_id", "booked_at", "amount", "source_sha256", "source_row"];
    const shape = (row: Readonly<Record<string, string>>) => kept.map((name) => row[name]);
    expect(rows(copy).map(shape)).toEqual(rows(whole).map(shape));
    expect(rows(copy).map((row) => row.purpose)).toEqual([
      "для Третье лицо 1, счёт masked-account-1",
      "",
      "",
    ]);
  });

  it("says what is masked, and of which package it is a copy", async () => {
    for (const name of ["cover-letter.pdf", "inventory.pdf"]) {
      const paper = (of: ReadonlyMap<string, Buffer>) =>
        seen(new Map([[name, of.get(`data/${name}`) ?? Buffer.alloc(0)]]));
      expect(await paper(copy)).toContain(COVER_WORDS.ru.disclosure.toLowerCase());
      expect(await paper(whole)).not.toContain(COVER_WORDS.ru.disclosure.toLowerCase());
    }
    const manifest = whole.get("manifest-sha256.txt") ?? Buffer.alloc(0);
    expect(of).toBe(createHash("sha256").update(manifest).digest("hex"));
    expect(copy.get("bag-info.txt")?.toString()).toContain(`Disclosure-Of-Manifest-SHA256: ${of}`);
    for (const language of ["ru", "kk", "en"])
      expect(copy.get(`data/README.${language}.txt`)?.toString()).toContain(of);
    expect(whole.get("bag-info.txt")?.toString()).not.toContain("Disclosure");
    const rows = readCsv(copy.get("data/withheld.csv")?.toString() ?? "") ?? [];
    const counts = rows.slice(-6).map((row) => [row.code, Number(row.how_many)]);
    expect(counts).toEqual([
      ["masked-persons", 3],
      ["masked-accounts", 1],
      ["masked-purposes", 2],
      ["masked-findings", 0],
      ["masked-files", 0],
      ["masked-approvals", 0],
    ]);
  });

  it("leaves out indicators of third persons, attached files, and approved texts that name them", () => {
    const made = facts();
    const finding = (account: string) => ({
      runId: "run-1",
      account,
      role: "transit",
      score: 1,
      points: 1,
      rank: null,
      oneIn: 10,
      cluster: null,
      reasons: [],
      against: [],
    });
    const file = { id: "F1", name: "a.pdf", bytes: 1, sha256: "", about: "x", claim: null };
    const [approval] = made.approvals;
    const { facts: masked, names } = disclosureCopy(
      {
        ...made,
        findings: [finding(CARRIER), finding(DROPPER)],
        attachments: [{ ...file, payment: null, at: 0, by: "anna", path: "/none" }],
        approvals: approval ? [approval, { ...approval, frozen: `{"of":"${THIRD}"}` }] : [],
      },
      "kk",
    );
    expect(names(`["C1 ${CARRIER}"]`)).toBe(true);
    expect(names(`["C1 ${DROPPER}"]`)).toBe(false);
    expect(masked.findings.map((one) => one.account)).toEqual([DROPPER]);
    expect(masked.attachments).toEqual([]);
    expect(masked.approvals).toEqual(made.approvals);
    expect(masked.withheld.masked).toMatchObject({ findings: 1, files: 1, approvals: 1 });
  });
});
