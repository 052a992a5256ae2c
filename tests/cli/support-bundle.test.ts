import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import PizZip from "pizzip";
import { afterAll, describe, expect, it } from "vitest";
import { writeBundle } from "../../server/cli/support/bundle.ts";
import { cleaned } from "../../server/cli/support/cleaned.ts";

const folder = mkdtempSync(join(tmpdir(), "support-bundle-"));
afterAll(() => rmSync(folder, { recursive: true }));

const PASSWORD = "kestrel-plum-48-orbit";
/** Whatever of these is in the bundle is a leak; each stands in the log or in a finding. */
const PLANTED = {
  iin: "030740001404",
  name: "Омаров",
  nameInLatin: "OMAROV",
  kazakh: "Сейтқалиева",
  iban: "KZ867220000000000001",
  ibanInGroups: "KZ86 7220 0000 0000 0001",
  card: "4400 4301 2345 6789",
  phone: "+7 701 234 56 78",
  sum: "1500000.50",
  sumInWords: "250 000,00",
  login: "anna.k",
  colleague: "Anna Serikova",
  password: PASSWORD,
  mail: "anna@office.example",
  office: "graph.office.example",
};

const fault = (message: string) => ({
  level: 50,
  time: "2026-11-30T10:00:00.000Z",
  endpoint: "search",
  who: PLANTED.login,
  error: {
    name: "TypeError",
    message,
    stack: `TypeError: ${message}\n    at readRow (file://${process.cwd()}/dist/server/loading/read.js:1204:17)\n    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)`,
  },
});
const LINES = [
  {
    level: 30,
    time: "2026-11-30T09:59:00.000Z",
    endpoint: "card",
    status: 200,
    ms: 12,
    who: "anna.k",
  },
  ...Object.values(PLANTED).flatMap((one) => [
    fault(`no row for ${one} here`),
    fault(`Node already exists with label 'Account' and property 'number' = '${one}'`),
    { level: 40, msg: `the file of ${one}, sum ${one} KZT`, [one]: one, address: one },
  ]),
  fault(
    `${PLANTED.nameInLatin} DANIYAR and ${PLANTED.kazakh} Күләш paid ${PLANTED.sum} to ${PLANTED.iban}`,
  ),
  fault(`bolt://neo4j:${PASSWORD}@db.${PLANTED.office}:7687 refused`),
  { endpoint: PLANTED.iban, time: PLANTED.name, status: 200 },
].map((one) => JSON.stringify(one));

describe("the support bundle", () => {
  const dataDir = join(folder, "data of anna.k");
  const path = join(folder, "bundle.zip");
  const texts = async () => {
    for (const name of ["logs", "neo4j", "Омаров"])
      mkdirSync(join(dataDir, name), { recursive: true });
    writeFileSync(join(dataDir, "neo4j/password"), `${PASSWORD}\n`);
    const half = `{"level":50,"msg":"${PLANTED.name}`;
    writeFileSync(join(dataDir, "logs/server.log"), [...LINES, half].join("\n"));
    const findings = [
      {
        check: "database",
        ok: false,
        detail: `No room at ${dataDir}/neo4j for ${PLANTED.name}.`,
        remedy: "",
      },
      {
        ...{ check: "audit log", ok: true, remedy: "", plain: "7 entries; 1 places, answered" },
        detail: `7 entries, answered by anna.k: letter of ${PLANTED.nameInLatin} for ${PLANTED.iin}`,
      },
      {
        check: "backup",
        ok: true,
        detail: `the last is of 2026-11-29: /media/anna.k/Омаров/a.dgb.`,
        remedy: "",
      },
      { check: "Java", ok: true, detail: "version 21.0.4, /usr/lib/jvm/java-21", remedy: "" },
    ];
    const facts = {
      ...{ neo4j: "5.26.30", migrations: ["001-base", "624-letters"], records: { Account: "12" } },
      people: [PLANTED.login, PLANTED.colleague, "Anna", "Serikova"],
    };
    const names = await writeBundle(path, dataDir, findings, facts);
    const zip = new PizZip(readFileSync(path));
    return new Map(names.map((name) => [name, zip.file(name)?.asText() ?? ""]));
  };

  it("holds nothing that was planted, in no file, and still says what helps", async () => {
    const files = await texts();
    expect(statSync(path).mode & 0o077).toBe(0);
    for (const [name, text] of files)
      for (const [what, planted] of Object.entries(PLANTED)) {
        expect(text, `${what} in ${name}`).not.toContain(planted);
        // Nor a part of it that would do.
        for (const part of planted.split(/[ @]/).filter((one) => one.length > 4))
          expect(text.toLowerCase(), `${part} in ${name}`).not.toContain(part.toLowerCase());
      }
    for (const name of [
      "versions.json",
      "settings.json",
      "findings.json",
      "counts.json",
      "server-log.jsonl",
    ])
      expect(/[А-Яа-яҚқӘәҒғҮүҰұІіҢңӨөҺһ]/.test(files.get(name) ?? ""), name).toBe(false);
    const log = files.get("server-log.jsonl") ?? "";
    expect(log.split("\n")).toHaveLength(LINES.length + 2);
    expect(log).toContain("at readRow (PROGRAM/dist/server/loading/read.js:1204:17)");
    expect(log).toContain('"endpoint":"search"');
    expect(log).toContain('"unreadable":true');
    const findings = files.get("findings.json") ?? "";
    expect(findings).toContain("No room at DATA/neo4j");
    expect(findings).toContain("version 21.0.4");
    expect(files.get("counts.json")).toContain('"Account": "12"');
  });

  it("says in three languages what is in it, and is never written over another file", async () => {
    const zip = new PizZip(readFileSync(path));
    const names = Object.keys(zip.files).sort();
    expect(names).toHaveLength(8);
    for (const language of ["en", "ru", "kk"]) {
      const text = zip.file(`READ-ME.${language}.txt`)?.asText() ?? "";
      for (const name of names.filter((one) => !one.startsWith("READ-ME")))
        expect(text).toContain(`${name}: `);
    }
    await expect(writeBundle(path, dataDir, [], null)).rejects.toMatchObject({
      code: "bundle-exists",
    });
  });

  it("keeps the program's own words", () => {
    const known = { folders: new Map(), words: [] };
    for (const words of [
      "Cannot read properties of undefined (reading",
      "the driver gave up after 30 s; 12 of 500 waited",
      "    at Object.run (node:internal/timers:1204:17)",
    ])
      expect(cleaned(words, known)).toBe(words);
  });
});
