import { COMMON_KINDS, type PdfLayout } from "../pdf-layout.ts";

/** Freedom Bank, deposits: balances at both ends, an equivalent in tenge beside each sum. */
export const freedomDeposit: PdfLayout = {
  name: "freedom-deposit",
  bank: "551",
  marks: /KSNVKZKA|bankffin\.kz|ffin\.kz|freedombank\.kz/i,
  bankName: /freedom (?:finance )?bank|фридом|банк фридом/u,
  title: /выписка по депозит|депозит\p{L}* бойынша узинди|deposit statement/u,
  headings: {
    valueDate: [],
    bonus: ["Эквивалент", "Эквивалент в KZT", "Эквивалент в тенге", "Сумма в тенге", "KZT"],
  },
  align: "middle",
  decimal: ",",
  unsigned: "in",
  kinds: COMMON_KINDS,
};
