import { bankName } from "../../../contract/bank-names.ts";
import { formatAccount } from "../../../contract/format/accounts.ts";
import { formatMoment } from "../../../contract/format/dates.ts";
import { formatMoney } from "../../../contract/format/money.ts";
import type { Language } from "../../../contract/languages.ts";
import type { ReportWords } from "../../../contract/report-entry.ts";

/** The differences between two versions of a report, field by field. Pure. */

export interface ChangedField {
  readonly field: "lure" | "victimName" | "victimIin" | "victimAccount" | "transfer";
  /** Empty = the report said nothing there. */
  readonly before: string;
  readonly after: string;
}

export function changedFields(
  before: ReportWords,
  after: ReportWords,
  language: Language,
): ChangedField[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const words = (Object.keys(old) as (keyof typeof old)[]).map((field) => ({
    ...{ field, before: old[field] ?? "", after: now[field] ?? "" },
  }));
  const [had, has] = [transfersOf(before, language), transfersOf(after, language)];
  const gone = had.filter((one) => !has.includes(one)).join("; ");
  const come = has.filter((one) => !had.includes(one)).join("; ");
  const all = [...words, { field: "transfer" as const, before: gone, after: come }];
  return all.filter((one) => one.before !== one.after);
}

function fieldsOf({ lure, victim }: ReportWords) {
  return { lure, victimName: victim.name, victimIin: victim.iin, victimAccount: victim.account };
}

function transfersOf({ stolen }: ReportWords, language: Language): string[] {
  return stolen.map(({ amount, currency, at, dayOnly, recipient, transferId }) =>
    [
      at === null ? null : formatMoment({ at, dayOnly }, language),
      formatMoney(amount, currency, language, true),
      recipient.account === null ? null : formatAccount(recipient.account),
      ...[recipient.name, phoneAsDialled(recipient.phone), bankName(recipient.bank), transferId],
    ]
      .filter(Boolean)
      .join(", "),
  );
}

/** Phones are kept as digits; one with the code of its country is dialled with a plus. */
function phoneAsDialled(phone: string | null): string | null {
  return phone !== null && /^\d{11,15}$/.test(phone) ? `+${phone}` : phone;
}
