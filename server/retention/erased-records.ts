import { z } from "zod";
import { decode, encode } from "../loading/memory/exact-json.ts";
import { type Erased, type RecordInGraph, recordAfter } from "./erased-text.ts";

/** Beside names and numbers these say who the person is, on records that are the person's alone. */
const OF_AN_ACCOUNT = ["phone", "deviceId"];
const OF_A_LOG_IN = ["device", "model", "ip", "phone", "place"];
/** Words that banks and payers wrote themselves; they may name anybody in any way. */
const OF_A_TRANSFER = ["purpose"];
const UNKNOWN_COLUMN = /^x_/;

/** Names that a person's own records have, in every way the sources write them. */
export function namesIn(record: RecordInGraph): string[] {
  const shown = ["name", "victimName"].map((field) => record[field]);
  const facts = listOf(record.sourceRecords).flatMap((text) =>
    [...text.matchAll(/"(?:name|victimName)":("(?:[^"\\]|\\.)*")/g)].map(
      ([, quoted = '""']) => JSON.parse(quoted) as string,
    ),
  );
  return [...shown, ...facts].filter((one) => typeof one === "string" && one !== "") as string[];
}

/** A holder or an account of the person: the rest of what identifies goes, too. */
export function ownRecord(record: RecordInGraph, erased: Erased): RecordInGraph {
  const left = recordAfter(record, erased);
  return {
    ...withoutFields(left, OF_AN_ACCOUNT),
    ...(left.name === undefined ? {} : { name: erased.name }),
    ...(left.nameKey === undefined ? {} : { nameKey: erased.name.toLowerCase() }),
    ...(left.sourceRecords === undefined
      ? {}
      : { sourceRecords: listOf(left.sourceRecords).map(withoutFacts) }),
  };
}

/** A log-in of an account of the person: when and what stays. */
export function logIn(record: RecordInGraph, erased: Erased): RecordInGraph {
  return withoutFields(recordAfter(record, erased), OF_A_LOG_IN);
}

/** A transfer of an account of the person: amount, time and accounts stay, words go. */
export function ownTransfer(record: RecordInGraph, erased: Erased): RecordInGraph {
  const left = recordAfter(record, erased);
  return {
    ...withoutFields(left, OF_A_TRANSFER),
    ...(left.alsoSourceRecords === undefined
      ? {}
      : { alsoSourceRecords: listOf(left.alsoSourceRecords).map(withoutWords) }),
  };
}

/** What one source says of an account or holder, without what tells who it is. */
function withoutFacts(text: string): string {
  const space = text.indexOf(" ");
  const facts = record.safeParse(JSON.parse(text.slice(space + 1))).data ?? {};
  const { phone: _phone, deviceId: _device, extra: _extra, ...kept } = facts;
  return `${text.slice(0, space)} ${JSON.stringify(kept)}`;
}

/** A further record of a transfer, without the words of its source. */
function withoutWords(text: string): string {
  const row = storedRow.parse(decode(text));
  return encode({ ...row, properties: withoutFields(row.properties, OF_A_TRANSFER) });
}

/** A record without some fields, and without columns of its source that nobody understood. */
function withoutFields(from: RecordInGraph, fields: readonly string[]): RecordInGraph {
  const kept = Object.entries(from).filter(
    ([field]) => !fields.includes(field) && !UNKNOWN_COLUMN.test(field),
  );
  return Object.fromEntries(kept);
}

const record = z.record(z.string(), z.unknown());
// In the order in which loading writes them.
const storedRow = z.object({ from: z.string(), to: z.string(), properties: record });

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
