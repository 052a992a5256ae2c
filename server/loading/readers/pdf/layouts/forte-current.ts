import { COMMON_KINDS, type PdfLayout } from "../pdf-layout.ts";

/** ForteBank, current and savings accounts: the counterparty's account and IIN stand in the details. */
export const forteCurrent: PdfLayout = {
  name: "forte-current",
  bank: "965",
  marks: /IRTYKZKA|forte\.kz|fortebank\.com/i,
  bankName: /forte ?bank|форте ?банк/u,
  title:
    /(?:текущему|сберегательному|текущий|сберегательный)|агымдагы шот|жинак шот|current|savings account/u,
  headings: {
    details: ["Описание", "Детализация", "Талдама", "Сипаттамасы", "Description", "Details"],
  },
  align: "top",
  decimal: ",",
  unsigned: "in",
  cutsWords: true,
  kinds: COMMON_KINDS,
};
