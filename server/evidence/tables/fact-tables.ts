import { bankName } from "../../../contract/bank-names.ts";
import type { Table } from "../../../contract/csv.ts";
import { formatDecimal } from "../../money/money.ts";
import { dayOf, dayText } from "../../time/day.ts";
import { formatInstant } from "../../time/instant.ts";
import type { CaseFacts } from "../case-facts.ts";

const text = (value: string | number | null) => (value === null ? "" : String(value));
const time = (value: number | null) => (value === null ? "" : formatInstant(value));

export function sourcesTable(facts: CaseFacts): Table {
  return {
    columns: [
      "sha256",
      "file_name",
      "format",
      "kind",
      "bytes",
      "loaded_at",
      "loaded_by",
      "request_number",
      "request_date",
      "sanctioned_by",
      "handed_by",
      "rows_read",
      "rows_loaded",
      "rows_refused",
    ],
    rows: facts.sources.map((source) => [
      source.sha256,
      text(source.fileName),
      text(source.format),
      text(source.kind),
      text(source.bytes),
      time(source.loadedAt),
      text(source.loadedBy),
      text(source.requestNumber),
      text(source.requestDate),
      text(source.sanctionedBy),
      text(source.handedBy),
      text(source.rowsRead),
      text(source.rowsLoaded),
      text(source.rowsRefused),
    ]),
  };
}

export function accountsTable(facts: CaseFacts): Table {
  return {
    columns: [
      "account",
      "bank",
      "bank_code",
      "opened_at",
      "exit_kind",
      "holder_key",
      "holder_iin",
      "holder_name",
      "holder_kind",
    ],
    rows: facts.accounts.map((account) => [
      account.number,
      text(bankName(account.bank)),
      text(account.bank),
      time(account.openedAt),
      text(account.exitKind),
      text(account.holder?.key ?? null),
      text(account.holder?.iin ?? null),
      text(account.holder?.name ?? null),
      text(account.holder?.kind ?? null),
    ]),
  };
}

/** One row a report and stolen transfer. */
export function reportsTable(facts: CaseFacts): Table {
  return {
    columns: [
      "report_id",
      "reported_at",
      "victim_iin",
      "victim_name",
      "victim_accounts",
      "lure",
      "transfer_id",
    ],
    rows: facts.reports.flatMap((report) =>
      [...report.transferIds]
        .sort()
        .map((transfer) => [
          report.id,
          time(report.reportedAt),
          text(report.victimIin),
          text(report.victimName),
          report.victimAccounts.join(" "),
          text(report.lure),
          transfer,
        ]),
    ),
  };
}

/**
 * One row a stolen transfer that only the victim describes. No bank has confirmed it: no claim asks
 * for it and no trace follows it.
 */
export function describedTable(facts: CaseFacts): Table {
  return {
    columns: [
      "report_id",
      "stolen_at",
      "amount",
      "currency",
      "recipient_account",
      "recipient_name",
      "recipient_phone",
      "recipient_bank",
      "known_from",
    ],
    decimals: new Set(["amount"]),
    rows: facts.reports.flatMap((report) =>
      report.described.map(({ at, dayOnly, amount, currency, recipient }) => [
        report.id,
        at === null ? "" : dayOnly ? dayText(dayOf(at)) : formatInstant(at),
        formatDecimal(BigInt(amount), currency),
        currency,
        text(recipient.account),
        text(recipient.name),
        text(recipient.phone),
        text(bankName(recipient.bank)),
        "victim only",
      ]),
    ),
  };
}
