import { z } from "zod";
import { bankName } from "../../contract/bank-names.ts";
import { formatPhone } from "../../contract/format/phones.ts";
import type { BankPlaces, Exit, Place, reports, UrgentKind } from "../../contract/reports.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import type { FileAnswer } from "../api/handlers.ts";
import { legalTables } from "../dossier/office-tables.ts";
import { daysOff } from "../dossier/tables/holidays.ts";
import { UserError } from "../errors/user-error.ts";
import { type ArchivedFile, archiveOf } from "../evidence/archive.ts";
import { accountFacts } from "../evidence/case-facts.store.ts";
import { bankCalled } from "../evidence/letters/bank-legal-names.ts";
import { officeDetails } from "../evidence/letters/office-details.ts";
import type { TemplateText } from "../evidence/papers/markup.ts";
import type { SentAs } from "../evidence/papers/outgoing.ts";
import { officeTemplates } from "../evidence/papers/papers.store.ts";
import {
  type ListedTransfer,
  sentAnew,
  URGENT_WORDS,
  type UrgentFacts,
  type UrgentLetter,
  urgentPaper,
  writtenLetter,
} from "../evidence/urgent/urgent-papers.ts";
import { transferRecord } from "../exploring/picture-rows.ts";
import { keptLetters } from "../measures/letters/kept-letters.store.ts";
import type { Database } from "../neo4j/database.ts";
import { dayNumber, dayOf, dayText } from "../time/day.ts";
import type { IsDayOff } from "../time/working-days.ts";
import type { Actor } from "../versions/versions.ts";
import { measureRow } from "./deadlines.store.ts";
import { earlierLetters } from "./earlier-letters.ts";
import { measuresOf, stateOf } from "./letters-as-measures.ts";
import { type MadeLetter, recordLetters } from "./recorded-letters.store.ts";
import { type StoredReport, storedReport } from "./reports.store.ts";
import { sentAs, termsOf } from "./sent-letter.store.ts";
import { standing } from "./standing.store.ts";
import { termsFrom } from "./terms.ts";

export type WantedLetters = z.output<typeof reports.papers.body>;

/** The letters of the first hour as one archive: a folder for each bank. */
export async function urgentArchive(
  database: Database,
  id: string,
  wanted: WantedLetters,
  actor: Actor,
  signal?: AbortSignal,
): Promise<FileAnswer> {
  const report = await storedReport(database.queries, id);
  const { banks, sums, exits } = await standing(database, report, signal);
  const isMadeGood = sums.length > 0 && sums.every((sum) => sum.outstanding === "0");
  const letters =
    isMadeGood && !wanted.kinds.includes("loan") ? [] : lettersFor(banks, wanted, exits.length > 0);
  if (letters.length === 0) {
    throw isMadeGood ? madeGood(id) : nothingToWrite();
  }
  const day = wanted.day ?? dayText(dayOf(actor.at));
  const investigator = await investigatorOf(database.queries, actor.by);
  const facts = {
    ...(await factsOf(database, report, { letters, exits }, wanted, day)),
    investigator,
  };
  const isOff = daysOff((await legalTables(database.dataDir)).moved);
  const of = { caseId: report.cases[0]?.id ?? null, language: wanted.language };
  const files: ArchivedFile[] = [];
  const made: MadeLetter[] = [];
  const known = await database.queries.read("reports/measures", { report: id }, measureRow);
  const stated = letters.map((letter) => ({ letter, state: stateOf(letter, facts) }));
  const kept = await keptLetters(
    database.queries,
    stated.map(({ state }) => state),
    wanted.language,
  );
  for (const { letter: unnumbered, state } of stated) {
    signal?.throwIfAborted();
    const sent = sentAs(known, { letter: unnumbered, state }, facts, wanted.day);
    const earlier = await earlierLetters(database.queries, known, unnumbered, {
      ...{ state, language: wanted.language },
    });
    const letter = { ...unnumbered, sent, earlier };
    const dated = sent === undefined ? facts : datedAs(facts, sent, isOff);
    const asSent = sent === undefined ? undefined : kept.get(state);
    const written =
      asSent !== undefined && sent !== undefined
        ? sentAnew(asSent, sent, dated.terms)
        : writtenLetter(dated, letter, wanted.language, await templateOf(database, letter, wanted));
    const folder = folderOf(letter, wanted);
    const printing = { ...wanted, kind: letter.kind, day: dated.day, sent };
    for (const { fileName, body } of await urgentPaper(written, printing))
      files.push({ path: `${folder}/${fileName}`, body });
    const file = files.at(-1)?.path ?? "";
    const entries = measuresOf(letter, dated, { ...of, file });
    made.push({ entries, kept: { state, language: wanted.language, written } });
  }
  await recordLetters(database.queries, id, made, actor);
  return archiveOf(`${id.replace(/[^\p{L}\p{N}]+/gu, "-")}.zip`, files);
}

/** A letter that was sent keeps its day, and the terms that began then. */
function datedAs(facts: UrgentFacts, sent: SentAs, isOff: IsDayOff): UrgentFacts {
  return { ...facts, day: sent.day, terms: termsOf(sent, isOff) };
}

const personRow = z.object({ name: z.string(), role: z.string() });

/** Only an investigator decrees: of who else is signed in the place of the name stays a blank. */
async function investigatorOf(queries: Queries, login: string): Promise<string | null> {
  const [found] = await queries.read("users/user", { login }, personRow);
  return found?.role === "investigator" ? found.name : null;
}

/**
 * For each bank that holds money the kinds asked for; the letter about the loan once. Of money that
 * has `left` the banks only the centre is told.
 */
export function lettersFor(
  banks: readonly BankPlaces[],
  wanted: WantedLetters,
  left: boolean,
): UrgentLetter[] {
  const chosen = banks.filter(
    ({ bank, places }) =>
      places.length > 0 && (wanted.banks.length === 0 || wanted.banks.includes(bank ?? "")),
  );
  const kinds = wanted.kinds.filter((kind) => kind !== "loan");
  const toBanks = chosen.flatMap(({ bank, places }) =>
    kinds.flatMap((kind): UrgentLetter[] => {
      const asked = kind === "restriction" ? withoutDisproved(places) : places;
      return asked.length > 0 ? [{ kind, bank, places: asked }] : [];
    }),
  );
  const loan: UrgentLetter[] = wanted.kinds.includes("loan")
    ? [{ kind: "loan", bank: null, places: [] }]
    : [];
  const isGone = left && !banks.some(({ places }) => places.length > 0);
  const toCentre: UrgentLetter[] =
    isGone && wanted.kinds.includes("incident")
      ? [{ kind: "incident", bank: null, places: [] }]
      : [];
  return [...toBanks, ...toCentre, ...loan];
}

/** A decree claims nothing that the account's own statement disproves. */
function withoutDisproved(places: readonly Place[]): Place[] {
  return places.flatMap((place) => {
    const gone = BigInt(place.notThere);
    if (gone === 0n) return [place];
    const beyondData = BigInt(place.beyondData) - gone;
    if (BigInt(place.held) + beyondData === 0n) return [];
    const reported = (BigInt(place.reported) - gone).toString();
    return [{ ...place, beyondData: beyondData.toString(), reported, notThere: "0" }];
  });
}

async function templateOf(
  { dataDir }: Database,
  { kind }: UrgentLetter,
  { language }: WantedLetters,
): Promise<TemplateText> {
  const name = `urgent-${kind}`;
  const own = (await officeTemplates(dataDir, [name], language)).get(name);
  return own ?? builtInUrgent(kind, language);
}

/** The text the product has of a letter. */
export function builtInUrgent(kind: UrgentKind, language: WantedLetters["language"]) {
  return { path: "the built-in letter", text: URGENT_WORDS[language].templates[kind] };
}

async function factsOf(
  { queries, dataDir }: Database,
  report: StoredReport,
  {
    letters,
    exits,
  }: { readonly letters: readonly UrgentLetter[]; readonly exits: readonly Exit[] },
  wanted: WantedLetters,
  day: string,
): Promise<Omit<UrgentFacts, "investigator">> {
  const numbers = [
    ...new Set(letters.flatMap(({ places }) => places.map(({ account }) => account))),
  ];
  const { moved } = await legalTables(dataDir);
  const transfers = await queries.read(
    "exploring/transfers-by-id",
    { ids: report.transferIds },
    transferRecord,
  );
  const paid = transfers.map(({ to }) => to);
  const known = await accountFacts(queries, [...new Set([...numbers, ...paid])]);
  const banks = new Map(known.map(({ number, bank }) => [number, bank]));
  return {
    report: report.id,
    reportedAt: report.reportedAt,
    lure: report.lure,
    victim: report.victim,
    transfers: [
      ...transfers.map(({ bookedAt, from, to, amount, currency }) => ({
        at: bookedAt,
        dayOnly: false,
        from,
        to,
        bank: banks.get(to) ?? null,
        amount,
        currency,
      })),
      ...report.open.map(({ at, dayOnly, recipient, amount, currency }) => ({
        at,
        dayOnly,
        // Of several accounts nobody said from which one the victim paid.
        from: report.victim.accounts.length === 1 ? (report.victim.accounts[0] ?? null) : null,
        to: paidTo(recipient),
        bank: recipient.bank,
        amount,
        currency,
      })),
    ].sort(earliestFirst),
    exits,
    iins: Object.fromEntries(
      known.flatMap(({ number, holder }) => (holder?.iin ? [[number, holder.iin] as const] : [])),
    ),
    office: await officeDetails(dataDir, wanted.language),
    terms: termsFrom(dayNumber(day) ?? 0, daysOff(moved)),
    lender: wanted.lender,
    loan: wanted.loan,
    loanDay: wanted.loanDay,
    loanSum: wanted.loanSum,
    erdr: wanted.erdr,
    day,
  };
}

function paidTo({ account, phone, name }: StoredReport["open"][number]["recipient"]) {
  const numbers = [account, phone === null ? null : formatPhone(phone)];
  return numbers.filter((one) => one !== null).join(", ") || name;
}

/** As they were paid; those of an unknown time come last. */
function earliestFirst(one: ListedTransfer, other: ListedTransfer): number {
  if (one.at === null || other.at === null)
    return Number(one.at === null) - Number(other.at === null);
  return one.at - other.at;
}

/** The folder of a letter: one for each bank, whichever of its names a person wrote. */
export function folderOf(
  { kind, bank }: Pick<UrgentLetter, "kind" | "bank">,
  { language, lender }: Pick<WantedLetters, "language" | "lender">,
): string {
  const words = URGENT_WORDS[language];
  const code = kind === "loan" && lender !== null ? bankCalled(lender) : bank;
  const name = code === null ? (kind === "loan" ? lender : null) : bankName(code);
  const written = (name ?? "").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  const folder = written || words.unknownBank.replace(/[^\p{L}\p{N}]+/gu, "-");
  // The message goes to the centre, and names the bank.
  if (kind !== "incident") return folder;
  return bank === null ? words.antiFraud : `${words.antiFraud}/${folder}`;
}

function madeGood(id: string): UserError {
  return new UserError({
    code: "report-made-good",
    status: 409,
    message: `Everything that was stolen by report ${id} came back: no bank is asked for more.`,
    remedy: "Correct the returns or payments if money is still missing.",
    params: { id },
  });
}

function nothingToWrite(): UserError {
  return new UserError({
    code: "no-bank-to-write-to",
    status: 409,
    message: "No bank is known where money of this report may still be.",
    remedy: "Write down the account, card or phone that was paid, or load the bank's answer.",
  });
}
