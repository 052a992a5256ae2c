import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type AccountRecord, columnsBuilder } from "../../columns/build.ts";
import { UserError } from "../../errors/user-error.ts";
import { normaliseAccountNumber } from "../../identity/iban.ts";
import { expandInputs, readItems } from "../../loading/reading/read-file.ts";
import { endsOf, exitKindOf } from "../../loading/record/account-key.ts";
import type { LoadItem, ReportItem, Side } from "../../loading/record/load-item.ts";
import { dayOf } from "../../loading/record/transfer-record.ts";
import { startOfDay } from "../../loading/statements/statement-book.ts";
import { DAY, HOME_ZONE } from "../../time/instant.ts";
import type { MeasuredTown } from "./generated-town.ts";

/** A source to measure on: a town, or what an investigator holds of one. */
export interface MeasuredSource extends MeasuredTown {
  readonly name: string;
}

const FILES = ["accounts.csv", "transfers.csv", "statements.csv", "reports.csv"] as const;

/**
 * A folder of our own files (transfers.csv, accounts.csv, reports.csv, statements.csv and
 * labels.csv with account, label and, where known, typology, network and life), each of them plain
 * or packed as .gz. Read by the product's own reader, so that what is measured is what is loaded.
 */
export async function readSource(folder: string): Promise<MeasuredSource> {
  const scratch = await mkdtemp(join(tmpdir(), "dropper-graph-bench-"));
  try {
    const builder = columnsBuilder();
    const listed = new Map<string, AccountRecord>();
    const seen = new Map<string, AccountRecord>();
    const reports: ReportItem[] = [];
    const held: Extract<LoadItem, { kind: "held" }>[] = [];
    let order = 0;
    for await (const item of itemsOf(folder, scratch)) {
      if (item.kind === "account") listed.set(item.account, accountOf(item));
      else if (item.kind === "report") reports.push(item);
      else if (item.kind === "held") held.push(item);
      if (item.kind !== "transfer") continue;
      const ends = endsOf(item);
      note(seen, ends.from, item.from);
      note(seen, ends.to, item.to);
      builder.transfer({
        id: item.id ?? `row ${item.position.row}`,
        ...ends,
        amount: item.amount,
        currency: item.currency,
        bookedAt: item.bookedAt,
        channel: item.channel,
        order: order++,
      });
    }
    for (const [number, record] of seen) builder.account({ ...record, ...listed.get(number) });
    for (const [number, record] of listed) if (!seen.has(number)) builder.account(record);
    const columns = builder.finish();
    const indexes = (number: string | null) => {
      const index = number === null ? undefined : columns.accounts.indexOf(number);
      return index === undefined ? [] : [index];
    };
    return {
      name: basename(folder),
      columns,
      reports: groupReports(reports, indexes),
      statements: held.flatMap(({ account, from, to }) =>
        indexes(account).map((index) => ({
          account: index,
          from: startOfDay(dayOf(from, HOME_ZONE)),
          until: startOfDay(dayOf(to, HOME_ZONE)) + DAY - 1,
        })),
      ),
      ...labelsOf(folder),
    };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function* itemsOf(folder: string, scratch: string): AsyncGenerator<LoadItem> {
  for (const name of FILES) {
    const path = [name, `${name}.gz`].map((one) => join(folder, one)).find(existsSync);
    if (path === undefined) {
      if (name === "transfers.csv") throw noSource(folder);
      continue;
    }
    for (const file of await expandInputs([path], scratch))
      for await (const items of readItems(file, { scratch })) yield* items;
  }
}

function accountOf(item: Extract<LoadItem, { kind: "account" }>): AccountRecord {
  return {
    number: item.account,
    bank: item.bank,
    holderKey: item.holderIin,
    holderKind: item.holderKind,
    openedAt: item.openedAt,
    phone: item.phone,
    device: item.deviceId,
  };
}

function note(seen: Map<string, AccountRecord>, number: string, side: Side): void {
  if (seen.has(number)) return;
  const exitKind = exitKindOf(number);
  seen.set(number, {
    number,
    bank: side.bank,
    holderKey: exitKind === null ? side.iin : null,
    holderKind: side.holderKind,
    exitKind,
    phone: side.phone,
  });
}

function groupReports(
  items: readonly ReportItem[],
  indexes: (number: string | null) => number[],
): MeasuredTown["reports"] {
  const reports = new Map<string, { id: string; victims: number[]; stolen: string[] }>();
  for (const { reportId: id, victimAccount, transferId } of items) {
    const known = reports.get(id) ?? { id, victims: indexes(victimAccount), stolen: [] };
    reports.set(id, known);
    if (transferId !== null) known.stolen.push(transferId);
  }
  return [...reports.values()];
}

/** What only an evaluation may know; a line per account, no cell quoted. */
function labelsOf(folder: string): Pick<MeasuredTown, "truth" | "lives" | "typologies"> {
  const path = join(folder, "labels.csv");
  const text = existsSync(path)
    ? readFileSync(path, "utf8")
    : existsSync(`${path}.gz`)
      ? gunzipSync(readFileSync(`${path}.gz`)).toString("utf8")
      : "";
  const [head = "", ...lines] = text.split(/\r?\n/).filter((line) => line !== "");
  const names = head.split(",");
  const rows = lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ""]));
  });
  const number = (row: Record<string, string>) => normaliseAccountNumber(row.account ?? "");
  const column = (name: string) =>
    new Map(rows.flatMap((row) => (row[name] ? [[number(row), row[name]] as const] : [])));
  const labels = new Map(rows.map((row) => [number(row), row.label === "1"]));
  return {
    truth: {
      labels,
      networks: new Map([...column("network")].filter(([account]) => labels.get(account))),
    },
    lives: column("life"),
    typologies: column("typology"),
  };
}

function noSource(folder: string): UserError {
  return new UserError({
    code: "no-source",
    message: `${folder} holds no transfers.csv.`,
    remedy: "Name a folder with transfers.csv and labels.csv, or town:SEED for a generated town.",
  });
}
