import type { PdfLayout } from "../pdf-layout.ts";

/** Kaspi's deposit: a balance beside every row; the oldest row first. */
export const kaspiDeposit: PdfLayout = {
  name: "kaspi-deposit",
  bank: "722",
  marks: /CASPKZKA|(?:www\.)?kaspi\.kz/i,
  bankName: /kaspi bank/u,
  title: /по депозиту|депозит\p{L}* бойынша|deposit/u,
  headings: { balance: ["На Депозите", "Депозитте", "On Deposit", "Deposit balance"] },
  align: "top",
  decimal: ",",
  unsigned: "in",
  kinds: [
    {
      moves: "top-up",
      names: ["Пополнение", "Толықтыру", "Replenishment"],
      totals: ["Пополнения", "Толықтыру", "Replenishment"],
    },
    {
      moves: "charge",
      names: ["Вознаграждение", "Сыйақы", "Interest"],
      totals: ["Вознаграждения", "Вознаграждение", "Сыйақы", "Interest"],
    },
    {
      moves: "cash",
      names: ["Снятие", "Ақша алу", "Withdrawal", "Withdrawals"],
      totals: ["Снятия", "Ақша алу", "Withdrawals"],
    },
    {
      moves: "own",
      names: ["Перевод", "Переводы", "Аударым", "Transfer", "Transfers"],
      totals: ["Переводы", "Аударым", "Transfers"],
    },
    {
      moves: "other",
      names: ["Платеж", "Платежи", "Төлем", "Payment", "Payments"],
      totals: ["Платежи", "Төлем", "Payments"],
    },
    {
      moves: "other",
      names: ["Разное", "Әртүрлі", "Others"],
      totals: ["Разное", "Әртүрлі", "Others"],
    },
  ],
};
