import { en } from "../../web/i18n/en/index.ts";
import type { ClaimScene } from "./claim-scene.ts";
import { settled } from "./looks.ts";

type Status = keyof typeof en.cases.claimStatus;

type At = Pick<ClaimScene, "served" | "page" | "claims">;

const button = ({ page }: At, name: string | RegExp) =>
  page.getByRole("button", typeof name === "string" ? { name, exact: true } : { name });
const summary = ({ page }: At, text: string | RegExp) =>
  page.locator("summary").filter({ hasText: text }).click();
const status = (name: Status) => en.cases.claimStatus[name];
const act = (name: keyof typeof en.steps.action) => en.steps.action[name];

async function goTo({ served, page }: At, claim: string): Promise<void> {
  await page.goto(`${served.address}/cases/C1?claim=${claim}`);
  await settled(page);
}

const stepOf =
  (claim: keyof ClaimScene["claims"], to: keyof typeof en.steps.action) => async (at: At) => {
    await goTo(at, at.claims[claim]);
    await button(at, act(to)).click();
    await button(at, en.cases.claim.moveSubmit.replace("{{status}}", status(to))).waitFor();
  };

/** Forms of the same fields as the others: taken as pictures, not measured again in every run. */
const likeThose = {
  "demand sent: filing": stepOf("demanded", "filed"),
  "judgment: in force": stepOf("judged", "in-force"),
  "in force: writ": stepOf("inForce", "enforcement"),
};

/**
 * Every panel and form of a claim and of its case, by what it shows: each opens what stands closed
 * until a person clicks, in English, and ends when it is all there.
 */
export const claimPanels = {
  "case: parts, people, tasks, members, files, reports": async (at) => {
    await goTo(at, at.claims.filed);
    await button(at, en.cases.reports.add).click();
    await summary(at, en.cases.parts.title);
    await button(at, /^Take КУИ-2026-1174 out/).click();
    await summary(at, en.measures.summary.districtOfCase);
    await summary(at, en.dossier.people);
    await button(at, en.dossier.change).first().click();
    await summary(at, en.dossier.notes.title);
    await summary(at, en.cases.members.title);
    await summary(at, en.files.title);
    await button(at, /^Take out: Жәбір/).click();
  },
  "bulk: claims and documents of all droppers, one step of several claims": async (at) => {
    await goTo(at, at.claims.filed);
    await button(at, en.bulk.title).click();
    await at.page.getByText(/claims? for .*of them new\.$/).waitFor();
    await button(at, /^File with the court: \d/).click();
    await at.page.getByRole("table", { name: act("filed") }).waitFor();
  },
  "bulk: texts for drafts": async (at) => {
    await goTo(at, at.claims.filed);
    await button(at, /^Texts for drafts: \d/).click();
    await at.page.getByLabel(en.bulk.texts.from).selectOption(at.claims.filed);
    await at.page.getByRole("table", { name: en.bulk.texts.title }).waitFor();
  },
  "figure, joint form, documents, money, penalty": async (at) => {
    await goTo(at, at.claims.figure);
    await at.page.getByRole("region", { name: en.cases.figure.title }).waitFor();
    await summary(at, en.joint.title);
    await at.page.getByRole("checkbox", { name: /Тоқтамысова/ }).check();
    await summary(at, en.dossier.papers.title);
    await summary(at, en.cases.assets.title);
    await summary(at, en.cases.penalty.title);
    await at.page.getByLabel(en.cases.penalty.from, { exact: true }).fill("6 Mar 2026");
    await at.page.keyboard.press("Tab");
    await at.page.getByText(en.cases.penalty.total).waitFor();
  },
  "joint claim with its reason": async (at) => {
    await goTo(at, at.claims.joint);
    await summary(at, en.joint.title);
    await summary(at, en.dossier.court.title);
    await button(at, en.dossier.change).last().click();
  },
  "dossier in dollars": async (at) => {
    await goTo(at, at.claims.dollars);
    await summary(at, en.dossier.court.title);
    await summary(at, en.dossier.court.there_other.replace("{{formatted}} ", ""));
    await button(at, /^Fill in: Circumstances/).click();
  },
  "a minor in review, refused": async (at) => {
    await goTo(at, at.claims.minor);
    await button(at, act("approved")).click();
    await at.page.getByLabel(en.dossier.unready).waitFor();
    await summary(at, en.dossier.court.title);
    await button(at, /^Fill in: Defendant’s address/).click();
  },
  "filed: judgment, ledger, payment, plan, changed approval": async (at) => {
    await goTo(at, at.claims.filed);
    await button(at, act("judgment")).click();
    await button(at, en.ledger.add).click();
    await button(at, en.ledger.cancel).first().click();
    await summary(at, en.cases.assets.title);
    await at.page.getByRole("region", { name: en.steps.approval.title }).waitFor();
  },
  "traced, and the data have changed": async (at) => {
    await goTo(at, at.claims.traced);
    await at.page.getByRole("region", { name: en.cases.claim.changed }).waitFor();
    await button(at, en.steps.toDraft).click();
  },
  "approved: demand": stepOf("approved", "demand"),
  "filed: returned": stepOf("filed", "returned"),
  ...(process.env.DROPPER_GRAPH_PICTURES === undefined ? {} : likeThose),
} as const satisfies Readonly<Record<string, (at: At) => Promise<void>>>;
