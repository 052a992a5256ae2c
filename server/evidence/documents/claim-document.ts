import type { Content, TableCell, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { DocumentLanguage } from "../../../contract/document-language.ts";
import { rateWritten } from "../../../contract/rates.ts";
import type { ClaimParty, StoredClaim } from "../../claims/claim.ts";
import { unknownOpenings } from "../../claims/unknown-openings.ts";
import { dayOf, dayText } from "../../time/day.ts";
import { formatInstant, HOME_ZONE } from "../../time/instant.ts";
import { type CaseFacts, stateOf } from "../case-facts.ts";
import type { Texts } from "../texts/document-texts.ts";
import { timeFigures, writtenDay } from "../words/dates.ts";
import { capitalised, moneyAmount, moneyFigures, moneyWords } from "../words/money.ts";
import { basisOf } from "./basis.ts";
import { describedSaid } from "./described.ts";
import { isDraftPaper } from "./draft-paper.ts";
import { penaltySection } from "./penalty-section.ts";

/**
 * The calculation of one claim on paper: parties, basis, every transfer with file and row, the sum
 * in figures and words.
 */
export function claimDocument(
  facts: CaseFacts,
  claim: StoredClaim,
  language: DocumentLanguage,
  texts: Texts,
): TDocumentDefinitions {
  const words = texts.calculation;
  const money = (amount: bigint) => moneyFigures(amount, claim.currency, language);
  const defendants = [claim.defendant, ...(claim.joint?.others ?? [])];
  return {
    info: { title: `${words.title}: ${claim.id}` },
    language,
    content: [
      { text: words.title, fontSize: 15, bold: true, margin: [0, 0, 0, 2], headlineLevel: 1 },
      { text: `${words.case} ${facts.case.id}: ${facts.case.title}`, color: GREY },
      { text: `${words.claim} ${claim.id}`, color: GREY, margin: [0, 0, 0, 12] },
      {
        columns: [
          party(words.victim, claim.victim, texts),
          defendants.map((one) => party(words.defendant, one, texts)),
        ],
        columnGap: 24,
      },
      {
        text: [{ text: `${words.reports}: `, color: GREY }, claim.reports.join(", ")],
        margin: [0, 8, 0, 0],
      },
      heading(words.basis),
      {
        text: basisOf(
          inLanguage(claim, language),
          texts,
          defendants.map((one) => one.name ?? words.unknown).join(", "),
        ),
      },
      ...alternatives(facts, claim, words),
      ...openings(facts, claim, words),
      heading(words.lines),
      lineTable(claim, texts, money),
      { text: words.zone, color: GREY, fontSize: 8, margin: [0, 4, 0, 0] },
      ...(claim.lines.some((line) => line.amount < 0n)
        ? [{ text: words.returned, color: GREY, fontSize: 8, margin: [0, 2, 0, 0] } as Content]
        : []),
      total(claim, language, words),
      ...statedFigures(facts, claim, language, words),
      ...described(describedSaid(facts, claim, language, texts)),
      ...sinceThen(facts, claim, language, words),
      ...penaltySection(facts, claim, texts, language),
      ...moneyGone(facts, claim, language, words),
      { text: noteOf(facts, claim, words), color: GREY, fontSize: 8, margin: [0, 14, 0, 0] },
    ],
    ...(isDraftPaper(claim) ? { header: draftHeader(words) } : {}),
    footer: (page: number, pages: number) => ({
      text: `${facts.case.id} · ${claim.id} · ${words.page(page, pages)}`,
      alignment: "center",
      fontSize: 8,
      color: GREY,
    }),
  };
}

const GREY = "#465062";

/** The calculation leaves out the penalty unless the claim asks for it. */
function noteOf(facts: CaseFacts, claim: StoredClaim, words: Texts["calculation"]): string {
  return stateOf(facts, claim)?.penalty == null ? words.note : words.noteBesidePenalty;
}

function draftHeader(words: Texts["calculation"]): Content {
  return { text: words.draft, bold: true, alignment: "right", margin: [48, 20, 48, 0] };
}

/** The sums received, paid back and asked, in figures and words, never on two pages. */
function total(
  claim: StoredClaim,
  language: DocumentLanguage,
  words: Texts["calculation"],
): Content {
  const figures = moneyAmount(claim.amount, claim.currency, language);
  const spelled = capitalised(moneyWords(claim.amount, claim.currency, language));
  const back = claim.lines.filter((line) => line.amount < 0n);
  const returned = back.reduce((sum, line) => sum - line.amount, 0n);
  const parts: [string, bigint][] = [
    [words.received, claim.amount + returned],
    [words.paidBack, returned],
  ];
  return {
    unbreakable: true,
    stack: [
      ...(returned === 0n ? [] : parts).map(([name, amount]) => ({
        text: `${name}: ${moneyAmount(amount, claim.currency, language)}`,
        margin: [0, 6, 0, 0] as [number, number, number, number],
      })),
      {
        text: [{ text: `${words.total}: ` }, { text: figures, bold: true }],
        fontSize: 12,
        margin: [0, 12, 0, 2],
      },
      { text: `${words.words}: ${spelled}.` },
    ],
  };
}

/** A traced sum may be less than it says where an account already held money: it is said. */
function openings(facts: CaseFacts, claim: StoredClaim, words: Texts["calculation"]): Content[] {
  const accounts = unknownOpenings(facts.traces, claim);
  return accounts.length === 0
    ? []
    : [{ text: words.openingUnknown(accounts.join(", ")), margin: [0, 6, 0, 0] }];
}

/** A recovered claim of which something is outstanding all the same: the paper says so. */
function moneyGone(
  facts: CaseFacts,
  claim: StoredClaim,
  language: DocumentLanguage,
  words: Texts["calculation"],
): Content[] {
  const state = stateOf(facts, claim);
  if (state === undefined || !state.moneyGone) return [];
  const amount = moneyAmount(state.outstanding, claim.currency, language);
  return [{ text: words.moneyGone(amount), bold: true, margin: [0, 6, 0, 0] }];
}

/** Other claims for the same loss: what one of them brings is taken off all. */
/** The reason of joint liability in the language of the document, else as a person wrote it. */
function inLanguage({ method, joint }: StoredClaim, language: DocumentLanguage) {
  if (joint === null) return { method, joint };
  const { why, whyKk } = joint;
  return { method, joint: { ...joint, why: (language === "kk" && whyKk) || why || (whyKk ?? "") } };
}

function alternatives(
  facts: CaseFacts,
  claim: StoredClaim,
  words: Texts["calculation"],
): Content[] {
  const { alternativeNames = [] } = stateOf(facts, claim) ?? {};
  return alternativeNames.length === 0
    ? []
    : [{ text: words.alternatives(alternativeNames.join(", ")), margin: [0, 6, 0, 0] }];
}

/** Where the victim states another sum than the bank: both sums, the decision and its reason. */
function statedFigures(
  { figures }: CaseFacts,
  claim: StoredClaim,
  language: DocumentLanguage,
  words: Texts["calculation"],
): Content[] {
  return figures
    .filter((one) => one.claim === claim.id)
    .map(({ transferId, stated, transfer, decision }) => {
      const sums = [stated, transfer].map((one) =>
        moneyAmount(one.amount, one.currency, language),
      ) as [string, string];
      const decided = decision && { ...decision, stated: decision.claim === "stated" };
      return { text: words.statedFigure(transferId, ...sums, decided), margin: [0, 8, 0, 0] };
    });
}

function described(said: string | null): Content[] {
  return said === null ? [] : [{ text: said, margin: [0, 8, 0, 0] }];
}

/** What was paid back since, and a difference from the data that a person has accepted. */
function sinceThen(
  facts: CaseFacts,
  claim: StoredClaim,
  language: DocumentLanguage,
  words: Texts["calculation"],
): Content[] {
  const state = stateOf(facts, claim);
  const money = (amount: bigint) => moneyAmount(amount, claim.currency, language);
  const { change, repaid = [], outstanding = claim.amount, elsewhere = 0n } = state ?? {};
  const lines: Content[] = repaid.map(({ transfer, amount }) => ({
    text: `${words.repaid}: ${timeFigures(transfer.bookedAt, "minutes")}, ${transfer.id}: ${money(amount)}`,
    fontSize: 8,
    margin: [0, 2, 0, 0],
  }));
  const payments = facts.payments.filter((one) => one.claim === claim.id);
  const day = writtenDay(stateDay(facts, claim));
  for (const { day, receipt, amount, penalty, payer, tenge } of payments) {
    const came =
      tenge == null
        ? []
        : [
            words.inTenge(
              moneyAmount(tenge.amount, "KZT", language),
              rateWritten(tenge.rate, language),
              `${writtenDay(tenge.rateDay)}, ${tenge.rateSource}`,
            ),
          ];
    const paidBy = claim.joint && payer ? [payer] : [];
    const who = [writtenDay(dayText(day)), ...paidBy, receipt, ...came];
    const small = { fontSize: 8, margin: [0, 2, 0, 0] as [number, number, number, number] };
    const paid = (what: string, sum: bigint) =>
      sum > 0n ? [{ text: `${what}: ${who.join(", ")}: ${money(sum)}`, ...small }] : [];
    lines.push(...paid(words.repaid, amount), ...paid(words.penaltyPaid, penalty));
  }
  if (elsewhere > 0n)
    lines.push({ text: `${words.repaidElsewhere}: ${money(elsewhere)}`, margin: [0, 2, 0, 0] });
  if (lines.length > 0)
    lines.push({
      text: `${words.outstanding} (${words.asOf(day)}): ${money(outstanding)}`,
      bold: true,
    });
  const fine = facts.penalties.find((one) => one.claim === claim.id);
  if (fine !== undefined && (fine.due > 0n || fine.paid > 0n))
    lines.push({
      text: `${words.penaltyOutstanding} (${words.asOf(day)}): ${money(fine.outstanding)}`,
      margin: [0, 2, 0, 0],
    });
  if (state?.filed)
    lines.push({
      text: `${words.askedInCourt(writtenDay(state.filed.day))}: ${money(state.filed.asked)}`,
      margin: [0, 2, 0, 0],
    });
  if (change?.accepted) {
    const { by, reason } = change.accepted;
    const text = words.changed(money(change.claimed), money(change.byData), by, reason);
    lines.push({ text, margin: [0, 8, 0, 0] });
  }
  return lines;
}

/** The day (YYYY-MM-DD) of the last thing known of a claim: the same facts give the same day. */
function stateDay(facts: CaseFacts, { id, moves }: StoredClaim): string {
  const known = [...moves, ...facts.payments.filter((one) => one.claim === id)];
  const last = known.reduce((latest, { at }) => Math.max(latest, at), facts.asOf);
  return dayText(dayOf(last));
}

function heading(text: string): Content {
  return { text, bold: true, fontSize: 11, margin: [0, 14, 0, 4], headlineLevel: 2 };
}

function party(label: string, one: ClaimParty, texts: Texts): Content {
  const words = texts.calculation;
  return {
    stack: [
      { text: label, color: GREY, fontSize: 8 },
      { text: one.name ?? words.unknown, bold: true, fontSize: 11 },
      { text: `${words.iin}: ${one.iin ?? words.unknown}` },
      { text: `${words.accounts}: ${one.accounts.join(", ")}` },
    ],
  };
}

function lineTable(claim: StoredClaim, texts: Texts, money: (amount: bigint) => string): Content {
  const words = texts.calculation;
  const isPart = (line: StoredClaim["lines"][number]) =>
    line.amount > 0n && line.amount !== line.whole;
  const traced = claim.method !== "direct" || claim.lines.some(isPart);
  const head = [
    words.number,
    words.time,
    words.from,
    words.to,
    ...(traced ? [words.whole] : []),
    words.amount,
    words.source,
  ];
  const right = traced ? [4, 5] : [4];
  const whole = [1, ...right];
  const cell = (text: string, at: number): TableCell => ({
    text,
    fontSize: 8,
    ...(right.includes(at) ? { alignment: "right" as const } : {}),
    ...(whole.includes(at) ? { noWrap: true } : {}),
  });
  const rows = claim.lines.map((line, index) =>
    [
      String(index + 1),
      timeFigures(line.bookedAt, "seconds"),
      line.from,
      line.to,
      ...(traced ? [money(line.whole)] : []),
      money(line.amount),
      `${line.sourceName ?? line.sourceId.slice(0, 16)}, ${words.row}\u00a0${line.row}`,
    ].map(cell),
  );
  return {
    table: {
      headerRows: 1,
      widths: ["auto", "auto", "*", "*", ...(traced ? ["auto"] : []), "auto", "*"],
      body: [
        head.map(
          (text, at) => ({ ...(cell(text, at) as object), bold: true, color: GREY }) as TableCell,
        ),
        ...rows,
      ],
    },
    layout: {
      hLineWidth: (line) => (line <= 1 ? 0.8 : 0.3),
      vLineWidth: () => 0,
      hLineColor: () => "#aab4c2",
      paddingLeft: (column) => (column === 0 ? 0 : 4),
    },
  };
}

/** The day a document's data stand at, in the home zone, as the PDF's own date. */
export function documentDate(facts: CaseFacts): Date {
  return new Date(`${formatInstant(facts.asOf, HOME_ZONE).slice(0, 10)}T00:00:00Z`);
}
