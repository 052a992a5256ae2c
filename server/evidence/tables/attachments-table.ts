import type { Table } from "../../../contract/csv.ts";
import { formatInstant } from "../../time/instant.ts";
import type { AttachmentFact, CaseFacts } from "../case-facts.ts";

/** Files that people put into the case: consents, receipts, answers on paper. */
export function attachmentsTable({ attachments }: Pick<CaseFacts, "attachments">): Table {
  return {
    columns: [
      "file",
      "name",
      "about",
      "claim_id",
      "payment_id",
      "bytes",
      "sha256",
      "added_by",
      "added_at",
    ],
    rows: attachments.map((one) => [
      attachmentName(one),
      one.name,
      one.about,
      one.claim ?? "",
      one.payment ?? "",
      String(one.bytes),
      one.sha256,
      one.by,
      formatInstant(one.at),
    ]),
  };
}

/** The name in the package: the number of the file, and the ending where it is a plain one. */
export function attachmentName({ id, name }: Pick<AttachmentFact, "id" | "name">): string {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase();
  return `${id}.${ending ?? "bin"}`;
}
