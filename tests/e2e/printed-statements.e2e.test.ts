import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compactAccountNumber } from "../../server/identity/iban.ts";
import { readItems } from "../../server/loading/reading/read-file.ts";
import type { LoadItem, TransferItem } from "../../server/loading/record/load-item.ts";
import { formatInstant } from "../../server/time/instant.ts";
import { launchChromium } from "../support/chromium.ts";
import {
  type Language,
  operations,
  type PrintedForm,
  type PrintedOperation,
} from "../support/printed/operations.ts";
import { PRINTED_FORMS, statementPage } from "../support/printed/page.ts";
import { inputFile } from "../support/reading.ts";

const run = promisify(execFile);
const ROWS = 500;
/** LibreOffice is asked for by name: DROPPER_GRAPH_SOFFICE=soffice. */
const OFFICE = process.env.DROPPER_GRAPH_SOFFICE;
/** What a statement of some 200 pages may cost the process that reads it. */
const PROCESSOR_SECONDS = 10;
const MEGABYTES = 400;
const LONG_ROWS = 9_500;

const FORMS = PRINTED_FORMS.flatMap((form) =>
  form.languages.map((language) => ({ name: `${form.name}, ${language}`, form, language })),
);

describe("a statement printed to PDF", () => {
  let folder: string;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "dropper-graph-printed-"));
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const byChromium = async (
    form: PrintedForm,
    rows: readonly PrintedOperation[],
    language: Language,
  ) => {
    const path = join(folder, `${form.name}-${language}-${rows.length}.pdf`);
    const page = await browser.newPage();
    await page.setContent(statementPage(form, rows, language));
    const footerTemplate = `<div style="font-size:7pt;margin-left:14mm">${form.foot(language)}</div>`;
    await page.pdf({
      path,
      preferCSSPageSize: true,
      displayHeaderFooter: true,
      headerTemplate: "<span></span>",
      footerTemplate,
    });
    await page.close();
    return path;
  };
  const byOffice = async (
    form: PrintedForm,
    rows: readonly PrintedOperation[],
    language: Language,
  ) => {
    const path = join(folder, `office-${form.name}-${language}.html`);
    await writeFile(path, statementPage(form, rows, language, true));
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const to = ["--convert-to", "pdf:writer_web_pdf_Export", "--outdir", folder];
    await run(OFFICE ?? "", [profile, "--headless", ...to, path]);
    return path.replace(/html$/, "pdf");
  };

  it.each(FORMS)("by a browser is read back exactly: $name", async ({ form, language }) => {
    const rows = operations(ROWS);
    await expectExactly(await byChromium(form, rows, language), form, rows, language);
  });

  it.runIf(OFFICE).each(FORMS)(
    "by an office program (only where DROPPER_GRAPH_SOFFICE names one) is read back exactly: $name",
    async ({ form, language }) => {
      const rows = operations(ROWS, 7);
      await expectExactly(await byOffice(form, rows, language), form, rows, language);
    },
  );

  it("of some 200 pages costs the reading process little time and memory", async () => {
    const [form] = PRINTED_FORMS;
    const path = await byChromium(form as PrintedForm, operations(LONG_ROWS), "ru");
    const { stdout } = await run(process.execPath, [
      "--max-old-space-size=512",
      "--input-type=module",
      "-e",
      `import { describeUpload } from ${JSON.stringify(new URL("../../dist/server/loading/reading/describe-upload.js", import.meta.url).href)};
       import { statSync } from "node:fs";
       const path = ${JSON.stringify(path)};
       const seen = await describeUpload({ name: "long.pdf", path, bytes: statSync(path).size }, ${JSON.stringify(folder)}, {});
       const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
       console.log(JSON.stringify({ proof: seen.proof, rows: seen.rows, seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 }));`,
    ]);
    const { seconds, megabytes, ...seen } = JSON.parse(stdout) as {
      seconds: number;
      megabytes: number;
    };
    expect(seen).toMatchObject({
      rows: LONG_ROWS,
      proof: { balances: "proved", totals: "proved", compared: 5 },
    });
    expect(seconds).toBeLessThan(PROCESSOR_SECONDS);
    expect(megabytes).toBeLessThan(MEGABYTES);
  });
});

/** Every row in its order: day (and time), amount with its direction, kind, details. */
async function expectExactly(
  path: string,
  form: PrintedForm,
  rows: readonly PrintedOperation[],
  language: Language,
): Promise<void> {
  const items: LoadItem[] = [];
  for await (const batch of readItems(await inputFile(path), {})) items.push(...batch);
  const transfers = items.filter((item): item is TransferItem => item.kind === "transfer");
  expect(transfers.map((item) => readBack(item, form))).toEqual(
    rows.map((row) => asPrinted(row, form, language)),
  );
  expect(items.filter(({ kind }) => kind === "refused")).toEqual([]);
  const [statement] = items.filter((item) => item.kind === "statement");
  expect(statement).toMatchObject({
    account: compactAccountNumber(form.account),
    proof: {
      balances: form.proves.balances ? "proved" : "none",
      totals: form.proves.totals ? "proved" : "none",
    },
  });
}

/** Kinds that stand in a column of their own; in the details of the other forms. */
const KINDS_APART = new Set(["halyk", "forte-current"]);

function readBack(item: TransferItem, form: PrintedForm) {
  const { amount } = item.accountAmount ?? item;
  const at = formatInstant(item.bookedAt);
  return {
    at: form.withTime ? at.slice(0, 16) : at.slice(0, 10),
    amount: item.ownSide === "from" ? -amount : amount,
    kind: item.extra.operation?.replaceAll("ə", "ә") ?? null,
    details: item.purpose,
  };
}

function asPrinted(row: PrintedOperation, form: PrintedForm, language: Language) {
  const kind = form.kinds[row.kind][language].replaceAll("ə", "ә");
  const apart = KINDS_APART.has(form.name);
  return {
    at: form.withTime ? `${row.day}T${row.time.slice(0, 5)}` : row.day,
    amount: BigInt(row.amount),
    kind: apart ? null : kind,
    details: form.detailsOf(row, language),
  };
}
