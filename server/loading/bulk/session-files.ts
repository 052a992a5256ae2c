import { join } from "node:path";
import { openSpool } from "../memory/row-spool.ts";
import {
  addOperated,
  gatherOperated,
  MOST_GATHERED,
  type Operated,
  type OperatedByPair,
} from "../record/operated.ts";
import type { SessionRow } from "../record/session-record.ts";
import { type CsvFile, cell, csvFile, type ImportFile, namesOf } from "./import-file.ts";

export interface SessionFiles {
  /** A row of the source with this sha256. */
  add(row: SessionRow, source: string): void;
  /** All rows of the source are in. */
  endOfSource(source: string): void;
  finish(): Promise<ImportFile[]>;
  close(): Promise<void>;
}

/** Columns of the import; a row that says nothing leaves its cell empty. */
const COLUMNS = [
  "account:string",
  "at:long",
  "what:string",
  "zone:string",
  "row:long",
  "dayOnly:boolean",
  "event:string",
  "eventText:string",
  "device:string",
  "model:string",
  "ip:string",
  "phone:string",
  "place:string",
  "source:string",
];

/** A row in the order of COLUMNS. What needs no quotes is known: hashes, zones, events, addresses. */
function lineOf(row: SessionRow, source: string): string {
  const { at, what, zone, dayOnly, event, ip } = row;
  const begin = `${cell(row.account)},${at},${what},${zone},${row.row},${dayOnly ? "true" : ""}`;
  const end = `${ip ?? ""},${cell(row.phone)},${cell(row.place)},${source}`;
  return `${begin},${event ?? ""},${cell(row.eventText)},${cell(row.device)},${cell(row.model)},${end}`;
}

type SourceOperated = Operated & { readonly source: string };

/** Session logs as the import takes them, the same as over Bolt (bolt/sessions.store.ts). */
export function sessionFiles(folder: string): SessionFiles {
  const files = new Map<string, CsvFile>();
  let pairs: OperatedByPair = new Map();
  const operated = openSpool<SourceOperated>({ plain: true, root: folder });
  const flush = (source: string) => {
    for (const one of pairs.values()) operated.add(one.device, { ...one, source });
    pairs = new Map();
  };
  const fileFor = (extras: readonly string[]) => {
    const key = extras.join("\n");
    const known = files.get(key);
    if (known !== undefined) return known;
    const file = csvFile(join(folder, `sessions-${files.size + 1}.csv`));
    const unknown = extras.map((name) => cell(`x_${name}:string`));
    file.line([...COLUMNS, ...unknown].join(","));
    files.set(key, file);
    return file;
  };
  return {
    add: (row, source) => {
      const extras = namesOf(row.extra);
      let line = lineOf(row, source);
      for (const name of extras) line += `,${cell(row.extra[name])}`;
      fileFor(extras).line(line);
      gatherOperated(pairs, row);
      if (pairs.size > MOST_GATHERED) flush(source);
    },
    endOfSource: flush,
    finish: async () => {
      const sessions = [...files.values()].map((file) => {
        file.close();
        return { file, argument: `--nodes=AccountSession=${file.path}` };
      });
      return sessions.length === 0 ? [] : [...sessions, ...(await deviceFiles(folder, operated))];
    },
    close: () => operated.close(),
  };
}

/** Devices, and which accounts they operated: all of one device are in one bucket. */
async function deviceFiles(
  folder: string,
  operated: ReturnType<typeof openSpool<SourceOperated>>,
): Promise<ImportFile[]> {
  const devices = csvFile(join(folder, "devices.csv"));
  const used = csvFile(join(folder, "operated.csv"));
  devices.line("id:ID(Device)");
  used.line(
    ":START_ID(Device),:END_ID(Account),source:string,first:long,last:long,count:long,model:string",
  );
  for await (const bucket of operated.buckets()) {
    const bySource = new Map<string, OperatedByPair>();
    for (const { source, ...one } of bucket) {
      const pairs = bySource.get(source) ?? new Map();
      bySource.set(source, pairs);
      addOperated(pairs, one);
    }
    for (const device of new Set(bucket.map((one) => one.device))) devices.line(cell(device));
    for (const [source, pairs] of bySource) {
      for (const { device, account, first, last, count, model } of pairs.values())
        used.line([device, account, source, first, last, count, model].map(cell).join(","));
    }
  }
  for (const file of [devices, used]) file.close();
  return [
    { file: devices, argument: `--nodes=Device=${devices.path}` },
    { file: used, argument: `--relationships=OPERATED=${used.path}` },
  ];
}
