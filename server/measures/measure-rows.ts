import { z } from "zod";
import { documentLanguage } from "../../contract/document-language.ts";
import { type LetterFacts, letterKind } from "../../contract/letter-facts.ts";
import {
  factStage,
  type Measure,
  type MeasureFields,
  measureKind,
  preventionForm,
} from "../../contract/measures.ts";
import { count, minorUnits, text } from "../../graph-queries/row-values.ts";
import { foldName } from "../identity/names.ts";
import { dayNumber, dayText } from "../time/day.ts";
import type { Actor } from "../versions/versions.ts";

/**
 * How a measure stands in the graph: days as numbers, persons as two lists, words for the search.
 */

const number = count.nullish().transform((value) => value ?? null);
const texts = z
  .array(z.string())
  .nullish()
  .transform((value) => value ?? []);

const stored = z.object({
  kind: measureKind,
  day: count,
  amount: minorUnits.nullish(),
  currency: text,
  count: number,
  form: preventionForm.nullish(),
  stage: factStage.nullish(),
  article: text,
  address: text,
  personNames: texts,
  /** Empty where the number is not known. */
  personIins: texts,
  account: text,
  bank: text,
  case: text,
  claim: text,
  transfer: text,
  block: text,
  reports: texts,
  paper: text,
  sanction: text,
  sanctionDay: number,
  file: text,
  district: text,
  note: text,
  due: number,
  letter: letterKind.nullish(),
  addressee: text,
  languages: z.array(documentLanguage).nullish(),
  /** The one language, as older versions wrote it. */
  language: documentLanguage.nullish(),
  how: text,
  answered: number,
  answer: text,
  answerFile: text,
  answerFileId: text,
  /** Of one letter about several claims; none = it is of its claim alone. */
  claims: texts,
  /** Beside each of `claims`: the state that its own letter would have. */
  parts: texts,
  /** Hash of the letter: the same letter made again has the same. */
  state: text,
});

const entry = stored.extend({
  id: z.string(),
  version: count,
  at: count,
  by: z.string(),
  sourceFile: text,
  sourceRow: number,
  /** File and row of an import: the same row is taken in once. */
  rowKey: text,
  cancelReason: text,
  cancelledAt: number,
  cancelledBy: text,
});

export const measureRow = z.object({
  m: entry,
  returned: minorUnits,
  summaryDistrict: text,
  /** Asked of an entry that is shown. */
  withoutLoss: z.boolean().optional(),
});
export const historyRow = measureRow.extend({
  history: z.array(stored.extend({ until: count, correctedBy: z.string(), reason: z.string() })),
});

/** Place of a measure in the register: by day, then by number. */
export const PER_DAY = 1_000_000_000n;

export function sequenceOf(day: number, ofNumber: bigint): bigint {
  return BigInt(day) * PER_DAY + ofNumber;
}

/** The fields of a measure as they were written down. */
export function fieldsOf(row: z.output<typeof stored>): MeasureFields {
  const { personNames, personIins, day, due, amount, currency, form, stage, ...rest } = row;
  return {
    kind: rest.kind,
    day: dayText(day),
    amount: amount == null ? null : amount.toString(),
    currency: currency ?? "KZT",
    count: rest.count,
    form: form ?? null,
    stage: stage ?? null,
    article: rest.article,
    address: rest.address,
    persons: personNames.map((name, at) => ({ name, iin: personIins[at] || null })),
    account: rest.account,
    bank: rest.bank,
    case: rest.case,
    claim: rest.claim,
    transfer: rest.transfer,
    block: rest.block,
    reports: rest.reports,
    paper: rest.paper,
    sanction: rest.sanction,
    sanctionDay: rest.sanctionDay === null ? null : dayText(rest.sanctionDay),
    file: rest.file,
    district: rest.district,
    note: rest.note,
    due: due === null ? null : dayText(due),
  };
}

/** A letter as the register keeps it. */
export interface StoredLetter extends LetterFacts {
  /** Hash of it without number and days; null = a letter of the first hour. */
  readonly state: string | null;
  /** Beside each of `claims`: the state that its own letter would have. */
  readonly parts: readonly string[];
}

/** Where an entry is a letter of the program. */
export function letterOf(row: z.output<typeof stored>): StoredLetter | null {
  const { letter, addressee, languages, language, how, answered, state, claims, parts } = row;
  if (letter == null) return null;
  return {
    kind: letter,
    addressee,
    languages: languages ?? (language == null ? [] : [language]),
    how,
    answered:
      answered === null
        ? null
        : {
            ...{ day: dayText(answered), note: row.answer },
            ...{ file: row.answerFile, fileId: row.answerFileId },
          },
    ...{ claims, parts, state },
  };
}

/** The same as the API shows it. */
export function letterShown(row: z.output<typeof stored>): LetterFacts | null {
  const found = letterOf(row);
  if (found === null) return null;
  const { state: _state, parts: _parts, ...facts } = found;
  return facts;
}

function letterProperties(letter: StoredLetter | null): Record<string, unknown> {
  if (letter === null) return {};
  const { kind, answered, claims, parts, ...rest } = letter;
  const isCommon = claims.length > 0;
  const day = answered === null ? null : dayNumber(answered.day);
  return {
    ...rest,
    ...(isCommon ? { claims, parts } : {}),
    letter: kind,
    answered: day === null ? null : BigInt(day),
    answer: answered?.note ?? null,
    answerFile: answered?.file ?? null,
    answerFileId: answered?.fileId ?? null,
  };
}

export function measureOf({
  m,
  returned,
  summaryDistrict,
  withoutLoss = false,
}: z.output<typeof measureRow>): Measure {
  return {
    ...fieldsOf(m),
    id: m.id,
    version: m.version,
    at: m.at,
    by: m.by,
    source: m.sourceFile === null ? null : { file: m.sourceFile, row: m.sourceRow ?? 0 },
    returned: m.kind === "block" ? returned.toString() : null,
    summaryDistrict,
    withoutLoss,
    letter: letterShown(m),
    cancelled:
      m.cancelledAt === null
        ? null
        : { reason: m.cancelReason ?? "", at: m.cancelledAt, by: m.cancelledBy ?? "" },
  };
}

/** The properties of a measure in the graph. */
export function propertiesOf(
  fields: MeasureFields,
  ofNumber: bigint,
  letter: StoredLetter | null = null,
): Record<string, unknown> {
  const day = dayNumber(fields.day) ?? 0;
  const { persons, amount, currency, count: items, due, sanctionDay, ...rest } = fields;
  const dueDay = due === null ? null : dayNumber(due);
  const sanctioned = sanctionDay === null ? null : dayNumber(sanctionDay);
  return {
    ...rest,
    number: ofNumber,
    sequence: sequenceOf(day, ofNumber),
    day: BigInt(day),
    due: dueDay === null ? null : BigInt(dueDay),
    sanctionDay: sanctioned === null ? null : BigInt(sanctioned),
    amount: amount === null ? null : BigInt(amount),
    currency: amount === null ? null : currency,
    count: items === null ? null : BigInt(items),
    personNames: persons.map((person) => person.name),
    personIins: persons.map((person) => person.iin ?? ""),
    ...letterProperties(letter),
    words: wordsOf(fields, letter),
  };
}

/** What every entry has beside its fields. */
export function head(number: bigint, { at, by }: Pick<Actor, "at" | "by">) {
  return { id: `M${number}`, version: 0n, at: BigInt(at), by };
}

/** Everything a person may look for, folded as names are. */
function wordsOf(fields: MeasureFields, letter: StoredLetter | null): string {
  const { article, address, persons, account, bank, paper, file, district, note, reports } = fields;
  const all = [
    ...[article, address, account, bank, paper, file, district, note, fields.case, fields.claim],
    fields.sanction,
    ...(letter?.claims ?? []),
    ...[letter?.addressee ?? null, letter?.how ?? null, letter?.answered?.note ?? null],
    ...persons.flatMap((person) => [person.name, person.iin]),
    ...reports,
  ];
  return all.flatMap((one) => (one === null ? [] : [foldName(one)])).join(" ");
}
