import { COMMON_KINDS, type PdfLayout } from "../pdf-layout.ts";

/** Bank CenterCredit: days as 2026-03-31 twice, the currency under the amount. */
export const bcc: PdfLayout = {
  name: "bcc",
  bank: "856",
  marks: /KCJBKZKX|bcc\.kz/i,
  bankName: /центркредит|centercredit|центр кредит/u,
  title: /выписка|узинди|statement/u,
  headings: {},
  align: "top",
  decimal: ".",
  unsigned: "in",
  kinds: COMMON_KINDS,
};
