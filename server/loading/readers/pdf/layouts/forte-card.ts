import { COMMON_KINDS, type PdfLayout } from "../pdf-layout.ts";

/** ForteBank, cards: no balance at the beginning and no totals, so nothing proves the reading. */
export const forteCard: PdfLayout = {
  name: "forte-card",
  bank: "965",
  marks: /IRTYKZKA|forte\.kz|fortebank\.com/i,
  bankName: /forte ?bank|форте ?банк/u,
  title: /карточному счету|карталык шот|card account/u,
  headings: {
    kind: ["Описание", "Сипаттамасы", "Сипаттама", "Description"],
    details: ["Детализация", "Талдама", "Details"],
  },
  align: "top",
  decimal: ".",
  unsigned: "in",
  cutsWords: true,
  pendingNote: /заблокированная сумма|бугатталган сома|blocked amount/u,
  kinds: COMMON_KINDS,
};
