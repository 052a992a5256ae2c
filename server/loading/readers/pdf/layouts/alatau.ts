import { COMMON_KINDS, type PdfLayout } from "../pdf-layout.ts";

/** Alatau City Bank (before: Jusan): time of day, reference and authorisation code in the details. */
export const alatau: PdfLayout = {
  name: "alatau",
  bank: "998",
  marks: /TSESKZKA|alataucitybank\.kz|alatau\.kz|jusan\.kz|jusanbank\.kz/i,
  bankName: /alatau city|алатау сити|jusan|жусан/u,
  title: /выписка|узинди|statement/u,
  headings: {},
  align: "top",
  decimal: null,
  unsigned: "kind",
  kinds: COMMON_KINDS,
};
