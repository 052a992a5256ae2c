import type { ClaimStatus, StepFacts } from "../../contract/claim-steps.ts";
import { isUnsent } from "../../contract/measures.ts";
import type { StoredClaim } from "../claims/claim.ts";
import { claimsOfCase } from "../claims/claims.store.ts";
import { recordPayment } from "../claims/payments.store.ts";
import { takeStep } from "../claims/take-step.store.ts";
import { markSent } from "../measures/letters/sent-letters.store.ts";
import { recordMeasure } from "../measures/measures.store.ts";
import { listMeasures } from "../measures/register.store.ts";
import type { Database } from "../neo4j/database.ts";
import { askedInReport } from "../reports/asked-in-report.store.ts";
import { storedReport } from "../reports/reports.store.ts";
import { standing } from "../reports/standing.store.ts";
import { urgentArchive } from "../reports/urgent.store.ts";
import { dayOf, dayText } from "../time/day.ts";

/**
 * What the office of the demo did with its case, so that register, ledger, summary and Today have
 * something to show: a judgment with payments, a block that came back in part, a suspended loan,
 * letters that were prepared and two that were sent, and a claim that waits for the head.
 */
export async function doOfficeWork(
  database: Database,
  caseId: string,
  signal: AbortSignal,
): Promise<void> {
  const claims = (await claimsOfCase(database.queries, caseId))
    .filter(({ currency, amount }) => currency === "KZT" && amount > 100n)
    .sort((one, other) => (one.amount > other.amount ? -1 : 1));
  const lastAt = Math.max(...claims.flatMap(({ lines }) => lines.map((line) => line.bookedAt)));
  // A computer whose clock stands near the town's own days has no months for a court.
  if (claims.length < 3 || dayOf(Date.now()) - dayOf(lastAt) < LONGEST) return;
  const [judged, blocked, waiting] = claims as [StoredClaim, StoredClaim, StoredClaim];
  await throughCourt(database, caseId, judged);
  await blockAndReturn(database, caseId, blocked);
  await steps(database, { caseId, claim: waiting.id }, ["review"]);
  await otherMeasures(database, judged);
  await firstLetters(database, [...new Set(claims.flatMap(({ reports }) => reports))], signal);
}

/** Days after the last stolen transfer on which the longest of these stories ends. */
const LONGEST = 120;

/** A login of the demo's office (login.ts), now. */
const by = (login: "prosecutor" | "head" | "investigator") => ({ by: login, at: Date.now() });

/** The day so long after the last stolen transfer of a claim. */
function dayAfter({ lines }: StoredClaim, days: number): string {
  return dayText(dayOf(Math.max(...lines.map((line) => line.bookedAt))) + days);
}

interface At {
  readonly caseId: string;
  readonly claim: string;
}

/** The prosecutor takes these steps; the head approves, also where something is missing. */
async function steps(
  database: Database,
  at: At,
  statuses: readonly ClaimStatus[],
  facts: Partial<Record<ClaimStatus, StepFacts>> = {},
): Promise<void> {
  for (const status of statuses) {
    const isApproval = status === "approved";
    const who = by(isApproval ? "head" : "prosecutor");
    const reason = isApproval
      ? "Адрес ответчика запрошен, срок исковой давности идёт."
      : status === "demand" || status === "filed"
        ? "Согласовано на бумаге до начала работы в программе."
        : null;
    const wanted = { status, facts: facts[status] ?? {}, reason };
    await takeStep(database, at, wanted, { ...who, role: isApproval ? "head" : "prosecutor" });
  }
}

async function throughCourt(database: Database, caseId: string, claim: StoredClaim): Promise<void> {
  const at = { caseId, claim: claim.id };
  const day = (days: number) => dayAfter(claim, days);
  const pay = (days: number, amount: bigint, source: "dropper" | "enforcement", receipt: string) =>
    recordPayment(
      database.queries,
      at,
      { day: day(days), amount: amount.toString(), source, receipt },
      by("prosecutor"),
    );
  const court = "Медеуский районный суд города Алматы";
  await steps(database, at, ["review", "approved", "demand", "filed"], {
    demand: { how: "заказным письмом", day: day(20), term: day(30) },
    filed: { court, reference: "2-1174", day: day(40) },
  });
  const early = claim.amount / 5n;
  await pay(60, early, "dropper", "№ 481");
  await steps(database, at, ["judgment", "in-force", "enforcement"], {
    judgment: {
      outcome: "granted",
      sum: (claim.amount - early).toString(),
      reference: "2-1174",
      day: day(80),
    },
    "in-force": { day: day(100) },
    enforcement: { reference: "ИЛ 77", day: day(105), bailiff: "Жунусов Б. К." },
  });
  await pay(LONGEST - 1, claim.amount / 10n, "enforcement", "ПП 12");
}

async function blockAndReturn(
  database: Database,
  caseId: string,
  claim: StoredClaim,
): Promise<void> {
  const { queries } = database;
  const day = (days: number) => dayAfter(claim, days);
  await steps(database, { caseId, claim: claim.id }, ["review", "approved", "demand"], {
    demand: { how: "вручена под расписку", day: day(20), term: day(30) },
  });
  const about = {
    account: claim.lines[0]?.to ?? null,
    claim: claim.id,
    case: caseId,
    reports: [...claim.reports],
    persons: personsOf(claim.defendant),
  };
  const amount = claim.amount / 2n;
  const block = await recordMeasure(
    queries,
    {
      ...about,
      kind: "block",
      day: day(21),
      due: day(28),
      amount: amount.toString(),
      paper: "12-508",
    },
    by("investigator"),
  );
  const back = { ...about, kind: "return" as const, block: block.id, day: day(26) };
  await recordMeasure(queries, { ...back, amount: (amount / 2n).toString() }, by("investigator"));
}

function personsOf({ name, iin }: StoredClaim["victim"]) {
  return name === null ? [] : [{ name, iin }];
}

async function otherMeasures({ queries }: Database, claim: StoredClaim): Promise<void> {
  const day = (days: number) => dayAfter(claim, days);
  await recordMeasure(
    queries,
    {
      kind: "loan-suspended",
      day: day(9),
      amount: "45000000",
      bank: "Kaspi Bank",
      paper: "12-511",
      persons: personsOf(claim.victim),
      reports: [...claim.reports],
    },
    by("prosecutor"),
  );
  await recordMeasure(
    queries,
    { kind: "site", day: day(12), address: "invest-profit.example", reports: [...claim.reports] },
    by("investigator"),
  );
  const brochures = { kind: "prevention", form: "brochures", count: 500 } as const;
  await recordMeasure(queries, { ...brochures, day: day(30) }, by("investigator"));
}

/** The letters about the first report whose money may still stand somewhere; two of them go out. */
async function firstLetters(
  database: Database,
  reports: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const { queries } = database;
  for (const id of reports) {
    const { banks } = await standing(database, await storedReport(queries, id), signal);
    if (!banks.some(({ places }) => places.length > 0)) continue;
    await urgentArchive(
      database,
      id,
      {
        kinds: ["incident", "block", "restriction", "return"],
        ...{ language: "ru", formats: ["docx"], banks: [] },
        ...{ lender: null, loan: null, loanDay: null, loanSum: null, erdr: null },
      },
      by("investigator"),
      signal,
    );
    break;
  }
  const { rows } = await listMeasures(queries, { limit: 100 });
  const day = dayText(dayOf(Date.now()));
  for (const kind of ["incident-prepared", "block-asked-prepared"]) {
    const letter = rows.find((row) => row.kind === kind && isUnsent(row));
    if (letter === undefined) continue;
    const sent = { day, paper: `12-${600 + Number(letter.id.slice(1))}`, how: "по системе" };
    await markSent(database, letter.id, sent, by("investigator"), askedInReport);
  }
}
