import { z } from "zod";
import { saidOrNull, saysSomething } from "../../contract/clean-text.ts";
import type { DossierFields, Person, ReadinessItem } from "../../contract/dossier.ts";
import { withTableCourt } from "../../contract/foreign-text.ts";
import { isMinor } from "../../contract/holder-number.ts";
import { priceInTenge, rateOf } from "../../contract/rates.ts";
import { count, minorUnits, text } from "../../graph-queries/row-values.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { refuseClosed } from "../cases/refuse-closed.ts";
import { unknown } from "../cases/unknown.ts";
import { UserError } from "../errors/user-error.ts";
import { sameHolder } from "../identity/holder-key.ts";
import type { Database } from "../neo4j/database.ts";
import { lockState, recordChanges } from "../versions/versions.store.ts";
import type { Actor } from "../versions/versions.ts";
import {
  type AskedPenalty,
  leftToAsk,
  type PenaltyGround,
  penaltyAsked,
  reckonedAgain,
  refusePenalty,
} from "./asked-penalty.ts";
import { type ProposedCourt, proposedCourt } from "./court.ts";
import { type Procedure, type ProposedFee, procedureOf, stateFee } from "./fee.ts";
import { courtFiledIn, type FiledCourt } from "./filed-court.ts";
import type { Filing } from "./filing.ts";
import { loanProperties, refuseLoans } from "./loans.ts";
import { type LegalTables, legalTables } from "./office-tables.ts";
import { type ClaimPerson, jointPartyOf, knownOf, partyOf } from "./parties.ts";
import { writtenPeople } from "./people.store.ts";
import { type ReadinessFacts, readiness, untranslatedIn } from "./readiness.ts";
import { type PenaltyRate, penaltyRates } from "./tables/penalty-rates.ts";
import { type ReportVictim, reportsOf, victimsOfCase } from "./victims.store.ts";
import { fieldsOf, fieldsRow } from "./written-fields.ts";

/** Of the request that a bank's file answers. */
export const requestRow = z.object({
  requestNumber: text,
  requestDate: z
    .union([z.string(), count.transform(String)])
    .nullish()
    .transform((value) => value ?? null),
  sanctionedBy: text,
});
const row = z.object({
  caseVersion: count,
  claim: z.object({
    id: z.string(),
    victimKey: z.string(),
    victimName: text,
    victimIin: text,
    victimAccounts: z.array(z.string()),
    defendantKey: z.string(),
    defendantName: text,
    defendantIin: text,
    jointWhy: text,
    jointWhyKk: text,
    currency: z.string(),
    reports: z.array(z.string()),
    version: count,
    amount: minorUnits,
  }),
  fields: fieldsRow.nullable(),
  sources: z.array(requestRow.extend({ id: z.string(), fileName: text })),
  accounts: z.array(z.object({ number: z.string(), bank: text, holder: z.string() })),
  joint: z.array(z.object({ key: z.string(), name: text, iin: text, person: text })),
  filedIn: z.array(z.string()),
});

/** Of a claim of which nobody has written anything down. */
export const NO_FIELDS: DossierFields = {
  court: null,
  consent: null,
  whyNotSelf: null,
  circumstances: null,
  fee: null,
  feeBasis: null,
  rate: null,
  limitationEnd: null,
  limitationBasis: null,
  loans: [],
  courtKk: null,
  consentKk: null,
  whyNotSelfKk: null,
  circumstancesKk: null,
  feeBasisKk: null,
  rateSourceKk: null,
  penalty: null,
};

interface KnownAccount {
  readonly number: string;
  readonly bank: string | null;
}

/** A defendant of a joint claim beside the first, with the court of that residence. */
export interface CoDefendant {
  readonly party: ClaimPerson;
  readonly court: ProposedCourt | null;
  readonly accounts: readonly KnownAccount[];
}

/** Everything a claim's papers and its readiness say beside the sum. */
export interface ClaimDossier {
  readonly claim: string;
  readonly version: number;
  /** Of the case: a party is written down from this state. */
  readonly caseVersion: number;
  readonly fields: DossierFields;
  readonly victim: ClaimPerson;
  readonly defendant: ClaimPerson;
  readonly court: ProposedCourt | null;
  /** YYYY-MM-DD; null where the claim is not in court. */
  readonly filedOn: string | null;
  /** The court that the step of the filing names; null = that of `fields`. */
  readonly filedCourt: FiledCourt | null;
  /**
   * Minor units outstanding on the day of filing, or today (ledger.ts): price and fee follow it.
   */
  readonly asked: bigint;
  /** The same by the data of today: more may be known by now of what had come back. */
  readonly askedByData: bigint;
  /** Penalty and price of a filed claim by the same; null where it has none, or is not filed. */
  readonly penaltyByData: bigint | null;
  readonly priceByData: bigint | null;
  /** The facts that the filing keeps; null where the claim is not filed, or kept none. */
  readonly filing: Filing | null;
  /** Minor units of the claim's sum. */
  readonly sum: bigint;
  /** Of the claim and its penalty. */
  readonly currency: string;
  /** The penalty asked for beside that, as filed or as of today; null where none is asked for. */
  readonly penalty: AskedPenalty | null;
  /** Tiyn, with the penalty. */
  readonly price: bigint | null;
  readonly procedure: Procedure | null;
  readonly fee: ProposedFee | null;
  readonly readiness: readonly ReadinessItem[];
  /** Of the defendant. */
  readonly accounts: readonly KnownAccount[];
  /** The people who answer for the same loss together with the defendant. */
  readonly coDefendants: readonly CoDefendant[];
  /** Defendants (0 = the first) who are victims of reports of this case themselves. */
  readonly alsoVictims: readonly { readonly defendant: number; readonly reports: string[] }[];
  /** Files that the claim's transfers come from. */
  readonly sources: z.output<typeof row>["sources"];
}

/** What a claim asks for in court, and since when; a rule of the ledger (claims/claim-dossiers). */
export interface InCourt extends PenaltyGround {
  /** Minor units outstanding on the day of filing, or today. */
  readonly asked: bigint;
  /** The same by the data of today. */
  readonly byData: bigint;
  /** YYYY-MM-DD; null where the claim is not filed. */
  readonly filedOn: string | null;
  readonly filing: Filing | null;
}

/** A claim whose dossier is asked for: its victim, and its sum in minor units. */
export type ClaimAsked = Pick<
  z.output<typeof row>["claim"],
  "id" | "victimKey" | "victimAccounts" | "amount"
>;

/** The dossiers of claims of a case by claim, as of a day (YYYY-MM-DD). */
export async function dossiersWith(
  { queries, dataDir }: Database,
  caseId: string,
  claims: readonly string[],
  day: string,
  inCourt: (claims: readonly ClaimAsked[]) => Promise<ReadonlyMap<string, InCourt>>,
): Promise<ReadonlyMap<string, ClaimDossier>> {
  const found = await queries.read("dossier/claims", { case: caseId, claims: [...claims] }, row);
  if (found.length === 0) return new Map();
  const tables = await legalTables(dataDir);
  const rates = await penaltyRates(dataDir);
  const { people } = await writtenPeople(queries, caseId);
  const victims = await victimsOfCase(queries, caseId);
  const asked = await inCourt(found.map(({ claim }) => claim));
  const dossiers = found.map((one) => {
    const { amount, id } = one.claim;
    const unfiled = { asked: amount, byData: amount, filedOn: null, filing: null };
    const own = asked.get(id) ?? { ...unfiled, movements: () => [], paid: 0n };
    return dossierFrom(one, { people, victims, tables, rates, day, ...own });
  });
  return new Map(dossiers.map((dossier) => [dossier.claim, dossier]));
}

function dossierFrom(
  { caseVersion, claim, fields: stored, sources, accounts, joint, filedIn }: z.output<typeof row>,
  of: {
    readonly people: readonly Person[];
    readonly victims: readonly ReportVictim[];
    readonly tables: LegalTables;
    readonly rates: readonly PenaltyRate[];
    readonly day: string;
  } & InCourt,
): ClaimDossier {
  const { people, tables, day, asked, byData, filedOn, filing } = of;
  const victim = partyOf(people, {
    key: claim.victimKey,
    name: claim.victimName,
    iin: claim.victimIin,
    role: "victim",
  });
  const defendant = partyOf(people, {
    key: claim.defendantKey,
    name: claim.defendantName,
    iin: claim.defendantIin,
    role: "dropper",
  });
  const fields = stored === null ? NO_FIELDS : fieldsOf(stored);
  const others = joint.map((one) => ({ of: one, party: jointPartyOf(people, one) }));
  const minor = [victim, defendant, ...others.map((one) => one.party)].some(
    ({ birthDate }) => birthDate !== null && isMinor(birthDate, day),
  );
  const court = proposedCourt(defendant.address, minor, tables);
  const coDefendants = others.map(({ of, party }) => ({
    party,
    court: proposedCourt(party.address, minor, tables),
    accounts: accountsOf(accounts, of.key),
  }));
  const proposed = [court, ...coDefendants.map((one) => one.court)];
  const filedCourt = filedOn === null ? null : courtFiledIn(filedIn[0], fields, proposed);
  const theirs = new Set(coDefendants.flatMap((one) => one.accounts.map(({ number }) => number)));
  const reckoned =
    filing === null ? penaltyAsked(fields, asked, of, of.rates) : (filing.penalty ?? null);
  const penalty = leftToAsk(reckoned);
  const penaltyByData = filing === null || penalty === null ? null : reckonedAgain(penalty, of);
  const price =
    filing?.price ?? priceInTenge(asked + (penalty?.amount ?? 0n), claim.currency, fields.rate);
  const facts: ReadinessFacts = {
    ...fields,
    victim: knownOf(victim),
    defendant: knownOf(defendant),
    coDefendants: others.map(({ party }) => knownOf(party)),
    // Of several residences a person chooses one (CPC 30(12)).
    court: fields.court ?? fields.courtKk ?? (others.length > 0 ? null : (court?.ru ?? null)),
    consent: fields.consent ?? fields.consentKk,
    whyNotSelf: fields.whyNotSelf ?? fields.whyNotSelfKk,
    circumstances: fields.circumstances ?? fields.circumstancesKk,
    feeBasis: fields.feeBasis ?? fields.feeBasisKk,
    untranslated: untranslatedIn(
      { ...withTableCourt(fields, court), ...filedCourt },
      [victim, defendant, ...others.map((one) => one.party)],
      [
        ...(others.length === 0
          ? []
          : [{ text: claim.jointWhy || null, kazakh: claim.jointWhyKk }]),
        ...sources.map(({ sanctionedBy }) => ({ text: sanctionedBy, kazakh: null })),
      ],
    ),
    price,
    penalty: fields.penalty !== null && asked > 0n ? { reckoned: reckoned !== null } : null,
    reports: claim.reports,
    sources,
    day,
  };
  const priceDay = filedOn ?? day;
  return {
    claim: claim.id,
    version: claim.version,
    caseVersion,
    fields,
    victim,
    defendant,
    court,
    filedOn,
    filedCourt,
    asked,
    askedByData: byData,
    penaltyByData,
    priceByData:
      filing?.price == null
        ? null
        : priceInTenge(byData + (penaltyByData ?? 0n), claim.currency, filing.rate),
    filing,
    sum: claim.amount,
    currency: claim.currency,
    penalty,
    price,
    procedure: price === null ? null : procedureOf(price, priceDay, tables),
    fee: filing?.fee ?? (price === null ? null : stateFee(price, priceDay, tables)),
    readiness: readiness(facts),
    accounts: accounts
      .filter(({ number }) => !theirs.has(number))
      .map(({ number, bank }) => ({ number, bank })),
    coDefendants,
    alsoVictims: [
      { key: claim.defendantKey, iin: claim.defendantIin },
      ...others.map(({ of }) => ({ key: of.key, iin: of.iin })),
    ]
      .map((one, place) => ({ defendant: place, reports: reportsOf(one, of.victims) }))
      .filter(({ reports }) => reports.length > 0),
    sources,
  };
}

function accountsOf(all: z.output<typeof row>["accounts"], key: string): KnownAccount[] {
  return all
    .filter(({ number, holder }) => sameHolder(key, number, holder))
    .map(({ number, bank }) => ({ number, bank }));
}

/** What people have written of claims of a case, by claim, with the version of each. */
export async function writtenFields(
  { read }: Pick<Queries, "read">,
  caseId: string,
  claims: readonly string[],
): Promise<ReadonlyMap<string, { readonly version: number; readonly fields: DossierFields }>> {
  const found = await read("dossier/claims", { case: caseId, claims: [...claims] }, row);
  return new Map(
    found.map(({ claim: { id, version }, fields }) => [
      id,
      { version, fields: fields === null ? NO_FIELDS : fieldsOf(fields) },
    ]),
  );
}

/** Tenge for one unit, and a source that somebody can read. */
function isRate({ rate, source }: NonNullable<DossierFields["rate"]>): boolean {
  return rateOf(rate) !== null && saysSomething(source);
}

/** Writes down what a person says of a claim, from the state the person saw. */
export async function saveDossier(
  { queries, dataDir }: Pick<Database, "queries" | "dataDir">,
  at: { readonly caseId: string; readonly claim: string },
  wanted: DossierFields,
  actor: Actor,
): Promise<void> {
  if (wanted.rate !== null && !isRate(wanted.rate)) {
    throw new UserError({
      code: "dossier-rate",
      message: `"${wanted.rate.rate}" is no rate.`,
      remedy: "Write how many tenge one unit was worth, like this: 523.45.",
      params: { rate: wanted.rate.rate },
    });
  }
  refuseLoans(wanted.loans, actor.at);
  if (wanted.penalty !== null) refusePenalty(wanted.penalty, await penaltyRates(dataDir), actor.at);
  const { rate, loans, penalty, ...own } = wanted;
  const given = Object.entries({
    ...own,
    rate: rate?.rate ?? null,
    rateDay: rate?.day ?? null,
    rateSource: rate?.source ?? null,
    penaltyFrom: penalty?.from ?? null,
    penaltyUntil: penalty?.until ?? null,
    penaltyRateDay: penalty?.rateDay ?? null,
  }).flatMap(([name, value]) => {
    const said = saidOrNull(value);
    return said === null ? [] : [[name, said] as const];
  });
  await queries.transaction(async (transaction) => {
    const { by, at: when } = actor;
    const status = await lockState(transaction, { kind: "case", id: at.caseId }, { by, at: when });
    if (status === null) throw unknown("case", at.caseId);
    refuseClosed(at.caseId, status);
    await lockState(transaction, { kind: "claim", id: at.claim }, actor);
    const [saved] = await transaction.run(
      "dossier/save-dossier",
      {
        case: at.caseId,
        claim: at.claim,
        fields: { ...Object.fromEntries(given), ...loanProperties(loans) },
        by,
        at: BigInt(when),
      },
      z.object({ id: z.string() }),
    );
    if (!saved) throw unknown("claim", at.claim);
    await recordChanges(transaction, [at.claim], "dossier-saved", actor);
  });
}
