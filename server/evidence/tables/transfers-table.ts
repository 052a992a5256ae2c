import { bankName } from "../../../contract/bank-names.ts";
import type { Table } from "../../../contract/csv.ts";
import { formatDecimal } from "../../money/money.ts";
import { formatInstant } from "../../time/instant.ts";
import type { CaseFacts, TransferFact } from "../case-facts.ts";

const text = (value: string | null) => value ?? "";

/**
 * Columns of transfers.csv; the workbook shows the same ones under words of the reader's language.
 */
export const TRANSFER_COLUMNS = [
  "transfer_id",
  "booked_at",
  "amount",
  "currency",
  "from_account",
  "from_name",
  "from_iin",
  "from_bank",
  "to_account",
  "to_name",
  "to_iin",
  "to_bank",
  "channel",
  "purpose",
  "purpose_code",
  "document_number",
  "fee",
  "reversal",
  "source_file",
  "source_sha256",
  "source_place",
  "source_row",
  "also_in",
] as const;

const TRANSFER_AMOUNTS: ReadonlySet<string> = new Set(["amount", "fee"]);

/** Every transfer of the claims, the reports and the trace, in the order of time. */
export function transfersTable(facts: CaseFacts): Table {
  const accounts = new Map(facts.accounts.map((account) => [account.number, account]));
  const names = new Map(facts.sources.map((source) => [source.sha256, source.fileName]));
  const side = (number: string) => {
    const account = accounts.get(number);
    return [
      number,
      text(account?.holder?.name ?? null),
      text(account?.holder?.iin ?? null),
      text(bankName(account?.bank ?? null)),
    ];
  };
  return {
    columns: TRANSFER_COLUMNS,
    decimals: TRANSFER_AMOUNTS,
    rows: facts.transfers.map((transfer) => [
      transfer.id,
      bookedAt(transfer),
      formatDecimal(transfer.amount, transfer.currency),
      transfer.currency,
      ...side(transfer.from),
      ...side(transfer.to),
      transfer.channel,
      text(transfer.purpose),
      text(transfer.purposeCode),
      text(transfer.documentNumber),
      transfer.fee === null ? "" : formatDecimal(transfer.fee, transfer.currency),
      transfer.reversal ? "yes" : "",
      text(names.get(transfer.sourceId) ?? null),
      transfer.sourceId,
      transfer.place,
      String(transfer.row),
      transfer.alsoIn.join(" "),
    ]),
  };
}

/** In the zone of the source; only the day where the source gives no more. */
function bookedAt(transfer: TransferFact): string {
  const written = formatInstant(transfer.bookedAt, transfer.zone);
  return transfer.dayOnly ? written.slice(0, 10) : written;
}
