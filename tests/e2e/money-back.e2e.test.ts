import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatMoney } from "../../contract/format/money.ts";
import { en } from "../../web/i18n/en/index.ts";
import { ask, freshPage, seriousFaults, signIn } from "../support/app.ts";
import { launchChromium } from "../support/chromium.ts";
import { command } from "../support/served.ts";
import { startWarm, type WarmServed } from "../support/warm-neo4j.ts";

/**
 * A prosecutor's whole path: a cluster, a claim, approval by another person, demand, filing, part
 * payment, judgment, writ, paid out. It is walked by keyboard: no step needs a pointer, and after
 * each the focus stands on the page and not on nothing.
 */
const FIXTURES = fileURLToPath(new URL("../../fixtures/small", import.meta.url));
const SHOTS = process.env.DROPPER_GRAPH_SHOTS;
let folder: string;
let served: WarmServed;
let browser: Browser;
/** The prosecutor who prepares, and the head who approves. */
let page: Page;
let head: Page;
let complaints: string[];
/** What claim C1-1 asks for, in whole tenge. */
let amount: bigint;

async function run(...words: string[]): Promise<Record<string, unknown>> {
  const done = await command([...words, "--data", served.dataDir, "--json"]);
  if (done.code !== 0) throw new Error(`${words.join(" ")} ended with ${done.code}: ${done.told}`);
  return JSON.parse(done.out);
}

async function shot(name: string): Promise<void> {
  if (SHOTS !== undefined)
    await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}

async function personAt(login: string, role: string, name: string): Promise<Page> {
  const made = await run("user", "add", login, "--role", role, "--name", name);
  const opened = await freshPage(browser);
  opened.page.on("pageerror", (error) => complaints.push(String(error)));
  const first = { login, password: String(made.password) };
  await signIn(opened.page, { address: served.address, first });
  return opened.page;
}

beforeAll(async () => {
  complaints = [];
  folder = await mkdtemp(join(tmpdir(), "dropper-graph-money-back-"));
  [served, browser] = await Promise.all([startWarm(), launchChromium()]);
  await run("load", FIXTURES);
  await run("detect");
  page = await personAt("saule", "prosecutor", "Ахметова Сәуле");
  head = await personAt("marat", "head", "Сейтов Марат");
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  await rm(folder, { recursive: true, force: true });
});

const part = () => amount / 3n;
const button = (name: string, on = page) => on.getByRole("button", { name, exact: true });
const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
const day = async (label: string, text: string) => {
  await fill(label, text);
  await page.keyboard.press("Tab");
};
/** Presses a button or a link with the keyboard. */
const press = async (target: Locator) => {
  await target.focus();
  await target.press("Enter");
};
/** The keyboard stands somewhere on the page. */
const keepsFocus = () =>
  page.waitForFunction(() => document.activeElement !== document.body, null, { timeout: 10_000 });
/** Takes a step that is filled in, and waits until the page stands in the new state. */
const submit = async (status: string) => {
  const send = page.getByRole("button", { name: `Change the status to “${status}”` });
  await press(send);
  await send.waitFor({ state: "detached" });
  await keepsFocus();
};

describe("from a cluster to the money back", () => {
  it("opens a case from the cluster and prepares the claim", async () => {
    await page.goto(`${served.address}/clusters`);
    await page.getByRole("grid").getByRole("row").nth(1).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("c");
    await page.getByLabel("Title of the new case").fill("2026-118");
    await press(page.getByRole("button", { name: "Add to the case" }));
    await page.waitForURL((url) => url.pathname === "/cases/C1");
    await press(page.getByRole("button", { name: "Prepare claims" }).first());
    await page.getByText("Equals the sum of the transfers, to the tiyn").waitFor();
    const { claims } = await ask<{ claims: { id: string; amount: string }[] }>(
      page,
      "GET",
      "/cases/C1/claims",
    );
    amount = BigInt(claims.find((one) => one.id === "C1-1")?.amount ?? 0) / 100n;
    await page.goto(`${served.address}/cases/C1?claim=C1-1`);
    await press(button(en.steps.action.review));
    await page.getByText("You sent this claim to review; another person approves it.").waitFor();
    expect(await button(en.steps.action.approved).isDisabled()).toBe(true);
  });

  it("is approved by another person, and the page says that it still matches", async () => {
    await head.goto(`${served.address}/`);
    const waiting = head.getByRole("link", { name: /sent by Ахметова Сәуле/ });
    await press(waiting);
    await head.waitForURL((url) => url.searchParams.get("claim") === "C1-1");
    await press(button(en.steps.action.approved, head));
    // The refusal leads to the list of what is missing.
    await press(button(en.dossier.court.show, head));
    await button(
      `${en.dossier.court.fill}: ${en.dossier.codes["defendant-address"]}`,
      head,
    ).waitFor();
    // It still lacks what the court asks: the head approves it all the same, and says why.
    await head
      .getByLabel("Why the claim is approved although something is missing", { exact: true })
      .fill("The limitation ends; the rest follows.");
    await press(head.getByRole("button", { name: "Change the status to “Approved”" }));
    await head.getByText(/^Approved by Сейтов Марат, /).waitFor();
    await page.reload();
    await page.getByText("Data and dossier still give exactly what was approved.").waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await shot("approved");
  });

  it("sends a demand and files the claim, each with what it needs", async () => {
    await page.getByText("Documents", { exact: true }).click();
    await page.getByLabel(en.dossier.papers.kind, { exact: true }).selectOption("demand");
    const letter = page.waitForEvent("download");
    await button("Word (DOCX)").click();
    await letter;
    const letters = page.getByRole("listitem").filter({ hasText: en.letters.kinds.demand });
    await letters.getByText(en.letters.stands.unsent).waitFor();
    await press(button(en.steps.action.demand));
    const send = page.getByRole("button", { name: "Change the status to “Demand sent”" });
    expect(await send.isDisabled()).toBe(true);
    await fill("How it was sent", "by registered post");
    await day("Day", "12 Oct 2026");
    await day("Term ends", "22 Oct 2026");
    await fill("Number", "9-1");
    // It left before the approval was written down: the page asks why.
    expect(await send.isDisabled()).toBe(true);
    await page.getByLabel(/^Why it left before the approval/).fill("approved on paper");
    await shot("demand");
    await submit("Demand sent");
    // The letter follows the step.
    await letters.getByText("No 9-1, sent 12 Oct 2026 · by registered post").waitFor();
    await shot("letters");
    await press(button(en.steps.action.filed));
    await fill("Court", "Алматы қаласының Медеу аудандық соты");
    await fill("Number", "2-1174/26");
    await day("Day", "26 Oct 2026");
    await page.getByLabel(/^Why it left before the approval/).fill("approved on paper");
    await shot("filing");
    await submit("Filed");
  });

  it("takes a filing back that never happened, and puts a mistyped one right", async () => {
    const history = page.getByRole("list", { name: en.cases.claim.history });
    await press(button("“Filed” was a mistake"));
    await fill(en.steps.mend.undoWhy, "the papers are still here");
    await press(button(en.steps.mend.undoSubmit));
    await history.getByText(/^Taken back as a mistake by .*: the papers are still here$/).waitFor();
    await press(button(en.steps.action.filed));
    await fill("Court", "Алматы қаласының Медеу аудандық соты");
    await fill("Number", "2-1147/26");
    await day("Day", "26 Oct 2026");
    await page.getByLabel(/^Why it left before the approval/).fill("approved on paper");
    await submit("Filed");
    await press(button("Correct the step “Filed”"));
    await fill("Number", "2-1174/26");
    await fill(en.steps.mend.why, "two figures changed places");
    await shot("correction");
    await press(button(en.steps.mend.save));
    await history.getByText(/two figures changed places Before: .*2-1147\/26/).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await shot("corrected");
  });

  it("writes a part payment down; more than is outstanding is refused", async () => {
    await press(button("Write down a payment"));
    const ledger = page.getByRole("region", { name: "Loss and payments" });
    // Before the judgment: what a court gives is owed from its day on.
    await ledger.getByLabel("Day", { exact: true }).fill("1 Nov 2026");
    await page.keyboard.press("Tab");
    await ledger.getByLabel("Sum, ₸", { exact: true }).fill(String(amount + 1n));
    await ledger.getByLabel("Receipt", { exact: true }).fill("№ 481");
    await press(button("Save the payment"));
    await page.getByText(/that are outstanding of claim C1-1/).waitFor();
    await ledger.getByLabel("Sum, ₸", { exact: true }).fill(String(part()));
    await press(button("Save the payment"));
    await ledger.getByText(/Receipt № 481/).waitFor();
    // The form goes away with what it saved: nobody saves it twice.
    await button("Save the payment").waitFor({ state: "detached" });
    await keepsFocus();
    const words = ((await ledger.textContent()) ?? "").replace(/[\s\u202f\u00a0]+/g, " ");
    for (const said of [amount, part(), amount - part()])
      expect(words).toContain(formatMoney(said * 100n, "KZT", "en", true).replace(/\s/g, " "));
    expect(await seriousFaults(page)).toEqual([]);
    await shot("part-payment");
  });

  it("says what the court was asked for, once money of an earlier day becomes known", async () => {
    const filing = page.getByRole("region", { name: en.dossier.filing.title });
    // A payment after the filing changes nothing of it.
    expect(await filing.count()).toBe(0);
    const claim = ["C1", "C1-1"];
    const money = ["--amount", "1", "--day", "2026-10-20", "--source", "dropper"];
    await run("case", "pay", ...claim, ...money, "--receipt", "№ 480");
    await page.reload();
    await filing.getByText(/^Changed since filing/).waitFor();
    const words = ((await filing.textContent()) ?? "").replace(/[\s\u202f\u00a0]+/g, " ");
    const [asked, byData] = [amount, amount - 1n].map((sum) =>
      formatMoney(sum * 100n, "KZT", "en", true).replace(/\s/g, " "),
    );
    expect(words).toContain(`asked for ${asked} on 26 Oct 2026`);
    expect(words).toContain(`it would have been ${byData}`);
    expect(await seriousFaults(page)).toEqual([]);
    const { payments } = await ask<{ payments: { id: string; receipt: string }[] }>(
      page,
      "GET",
      "/cases/C1/claims/C1-1/ledger",
    );
    const payment = payments.find(({ receipt }) => receipt === "№ 480")?.id ?? "";
    await run("case", "unpay", ...claim, "--payment", payment, "--reason", "another claim's");
    await page.reload();
    await page.getByRole("region", { name: "Loss and payments" }).waitFor();
    await filing.waitFor({ state: "detached" });
  });

  it("goes through judgment, force and writ, and is recovered once everything is paid", async () => {
    await press(button(en.steps.action.judgment));
    await page.getByLabel("Outcome", { exact: true }).first().focus();
    const chosen = page.locator("[data-combobox-selected]");
    do await page.keyboard.press("ArrowDown");
    while ((await chosen.count()) === 0 || (await chosen.first().textContent()) !== "Granted");
    await page.keyboard.press("Enter");
    await fill("Debt awarded", String(amount - part()));
    await fill("Number", "2-1174/26");
    await day("Day", "6 Nov 2026");
    await shot("judgment");
    await submit("Judgment");
    await press(button(en.steps.action["in-force"]));
    await day("Day", "16 Nov 2026");
    await submit("In force");
    await press(button(en.steps.action.enforcement));
    await fill("Number of the writ", "ИЛ 77");
    await day("Day of the writ", "20 Nov 2026");
    await fill("Bailiff", "Сейтов Б.");
    await submit("Enforcement");
    await press(button(en.steps.action.recovered));
    const status = en.cases.claimStatus.recovered;
    await press(page.getByRole("button", { name: `Change the status to “${status}”` }));
    await page.getByText(/is still outstanding/).waitFor();
    const rest = `${amount - part()}`;
    const claim = ["C1", "C1-1", "--amount", rest, "--day", "2026-11-25"];
    await run("case", "pay", ...claim, "--source", "enforcement", "--receipt", "ПП 9");
    await page.reload();
    await press(button(en.steps.action.recovered));
    // The day of the last payment is proposed, and the sums stand above it.
    const form = page.locator("form").filter({
      has: page.getByRole("button", { name: `Change the status to “${status}”` }),
    });
    await page.getByText(en.ledger.outstanding).nth(1).waitFor();
    expect(await form.getByLabel("Day", { exact: true }).inputValue()).toBe("25 Nov 2026");
    await shot("recovering");
    await submit(en.cases.claimStatus.recovered);
    await button(en.steps.action.closed).waitFor();
    await shot("recovered");
    const ledger = await ask<object>(page, "GET", "/cases/C1/claims/C1-1/ledger");
    expect(ledger).toMatchObject({ recovered: `${amount}00`, outstanding: "0" });
    await page.goto(`${served.address}/summary?all=yes`);
    await page.getByText(en.cases.claimStatus.recovered, { exact: true }).first().waitFor();
    // Refusals are answers of 409, which the console repeats.
    expect(complaints.filter((one) => !/status of 409/.test(one))).toEqual([]);
  });
});
