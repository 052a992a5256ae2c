import { Readable } from "node:stream";
import yazl from "yazl";
import { BYTE_ORDER_MARK, csvFor, csvRow, writeCsv } from "../../contract/csv.ts";
import type { DocumentLanguage } from "../../contract/document-language.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import type { LookLine } from "../audit/looks.ts";
import { formatDecimal } from "../money/money.ts";
import { formatInstant } from "../time/instant.ts";
import { looksTable } from "./looks-table.ts";
import { type PersonHeld, transfersOf } from "./person-held.store.ts";

const COLUMNS = [
  ...["transfer_id", "booked_at", "amount", "currency", "from_account", "to_account"],
  ...["channel", "purpose", "source", "row"],
];

/** The files about one person as a ZIP, written while it is read. */
export function personFile(
  queries: Queries,
  held: PersonHeld,
  looks: readonly LookLine[],
  { at, language }: { readonly at: number; readonly language: DocumentLanguage },
): Readable {
  const zip = new yazl.ZipFile();
  const body = zip.outputStream as Readable;
  // Half a file must not pass for the whole one.
  zip.on("error", (error) => body.destroy(error as Error));
  const options = { mtime: new Date(at) };
  const { numbers, accounts, sessions, records } = held;
  const person = { at: formatInstant(at), numbers, accounts, sessions, records };
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name, options);
  add("README.txt", README);
  add("person.json", `${JSON.stringify(person, null, 2)}\n`);
  add("looks.csv", writeCsv(looksTable(looks, language), csvFor(language)));
  const rows = Readable.from(transferRows(queries, numbers, language), { objectMode: false });
  zip.addReadStream(rows, "transfers.csv", options);
  zip.end();
  return body;
}

async function* transferRows(
  queries: Queries,
  numbers: readonly string[],
  language: DocumentLanguage,
): AsyncGenerator<string> {
  const dialect = csvFor(language);
  yield BYTE_ORDER_MARK + csvRow(COLUMNS, dialect);
  for await (const one of transfersOf(queries, numbers)) {
    const amount = formatDecimal(one.amount, one.currency).replace(".", dialect.decimalSign);
    yield csvRow(
      [
        ...[one.id, formatInstant(one.at), amount, one.currency, one.from, one.to],
        ...[one.channel ?? "", one.purpose ?? "", one.sourceId ?? "", String(one.place ?? "")],
      ],
      dialect,
    );
  }
}

const README = `What is held about one person.

person.json    holders and accounts of the person, log-ins of these accounts, and every other
               record of the database in which the IIN, the BIN or one of the accounts stands
transfers.csv  every transfer of these accounts
looks.csv      who looked at the person, when and on what ground

Not in here: text that names the person without a number, files of cases as they were uploaded,
the banks' own files, and packages that were exported before.
`;
