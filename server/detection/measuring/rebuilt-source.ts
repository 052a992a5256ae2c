import { type AccountRecord, columnsBuilder, type TransferRecord } from "../../columns/build.ts";
import { CHANNELS, EXIT_KINDS, HOLDER_KINDS, type TransferColumns } from "../../columns/columns.ts";
import type { HeldDays } from "../../columns/dumped-banks.ts";
import type { MeasuredSource } from "./read-source.ts";

/** What a view changes of a source; what it leaves out stays as it is. */
export interface Changes {
  /** Rows that stay. */
  readonly isKept?: (row: number) => boolean;
  /** A transfer as the view shows it; `numbers` of accounts nobody described are accounts too. */
  readonly transfer?: (transfer: TransferRecord, row: number) => TransferRecord;
  readonly account?: (account: AccountRecord, index: number) => AccountRecord;
  /** Reports that stay. */
  readonly reports?: MeasuredSource["reports"];
  /** Accounts whose session logs are known; left out: those of the source. */
  readonly logsOf?: ReadonlySet<number>;
  /** Accounts held for the whole time of the source; left out: nothing is said of days held. */
  readonly heldWhole?: ReadonlySet<number>;
}

/**
 * The same source seen otherwise: rows left out, details unknown. Only accounts with a row that
 * stays are known. Labels, lives and networks stay those of the source.
 */
export function rebuiltSource(
  source: MeasuredSource,
  name: string,
  changes: Changes,
): MeasuredSource {
  const { columns } = source;
  const builder = columnsBuilder();
  const met = new Uint8Array(columns.accounts.length);
  for (let row = 0; row < columns.length; row += 1) {
    if (changes.isKept && !changes.isKept(row)) continue;
    const transfer = transferAt(columns, row);
    builder.transfer(changes.transfer ? changes.transfer(transfer, row) : transfer);
    met[columns.from[row]!] = 1;
    met[columns.to[row]!] = 1;
  }
  for (let index = 0; index < met.length; index += 1) {
    if (met[index] === 0) continue;
    const account = accountAt(columns, index);
    builder.account(changes.account ? changes.account(account, index) : account);
  }
  const rebuilt = builder.finish();
  const again = (index: number) => {
    const found = rebuilt.accounts.indexOf(columns.accounts.numbers[index] as string);
    return found === undefined ? [] : [found];
  };
  const reports = changes.reports ?? source.reports;
  const statements = changes.heldWhole
    ? wholeTime(columns, changes.heldWhole, again)
    : (source.statements ?? []).flatMap((days) =>
        again(days.account).map((account) => ({ ...days, account })),
      );
  const logged = (source.devices ?? []).filter(
    ({ account }) => changes.logsOf?.has(account) ?? true,
  );
  return {
    ...source,
    name,
    devices: logged.flatMap((use) => again(use.account).map((account) => ({ ...use, account }))),
    columns: rebuilt,
    reports: reports.map((report) => ({ ...report, victims: report.victims.flatMap(again) })),
    statements,
  };
}

function wholeTime(
  { bookedAt, length }: TransferColumns,
  accounts: ReadonlySet<number>,
  again: (index: number) => number[],
): HeldDays[] {
  const [from, until] = [bookedAt[0] ?? 0, bookedAt[length - 1] ?? 0];
  return [...accounts]
    .flatMap(again)
    .sort((a, b) => a - b)
    .map((account) => ({ account, from, until }));
}

export function transferAt(columns: TransferColumns, row: number): TransferRecord {
  const { numbers } = columns.accounts;
  return {
    id: columns.idOf(row),
    from: numbers[columns.from[row]!] as string,
    to: numbers[columns.to[row]!] as string,
    amount: columns.amount[row]!,
    currency: columns.currencies[columns.currency[row]!] as string,
    bookedAt: columns.bookedAt[row]!,
    channel: CHANNELS[columns.channel[row]!] as (typeof CHANNELS)[number],
    order: columns.order[row]!,
  };
}

export function accountAt({ accounts }: TransferColumns, index: number): AccountRecord {
  const opened = accounts.openedAt[index]!;
  return {
    number: accounts.numbers[index] as string,
    bank: accounts.bank[index] as string,
    holderKey: accounts.holderKeys[accounts.holder[index]!] ?? null,
    holderKind: HOLDER_KINDS[accounts.holderKind[index]!] as (typeof HOLDER_KINDS)[number],
    exitKind: EXIT_KINDS[accounts.exitKind[index]! - 1] ?? null,
    openedAt: Number.isNaN(opened) ? null : opened,
    phone: accounts.phone[index] as string,
    device: accounts.device[index] as string,
  };
}

/** What the rows of others say of an account: its number, bank and holder. */
export function knownFromOutside({
  number,
  bank = null,
  holderKey = null,
  holderKind = "unknown",
  exitKind = null,
}: AccountRecord): AccountRecord {
  return { number, bank, holderKey, holderKind, exitKind };
}
