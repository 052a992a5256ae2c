import type { PdfLayout } from "../pdf-layout.ts";

/** Kaspi Gold, the card: kinds with net totals, balances at both ends, no time of day. */
export const kaspiGold: PdfLayout = {
  name: "kaspi-gold",
  bank: "722",
  marks: /CASPKZKA|(?:www\.)?kaspi\.kz/i,
  bankName: /kaspi bank|kaspi gold/u,
  title: /kaspi gold/u,
  headings: { kind: ["Операция", "Transaction"], details: ["Детали", "Толығырақ", "Details"] },
  align: "top",
  decimal: ",",
  unsigned: "in",
  pendingNote:
    /сумма заблокирована|сомага тоскауыл койылган|the amount is blocked|amount is blocked/u,
  kinds: [
    {
      moves: "purchase",
      names: ["Покупка", "Покупки", "Зат сатып алу", "Purchases", "Purchase"],
      totals: ["Покупки", "Зат сатып алу", "Purchases"],
    },
    {
      moves: "own",
      names: ["Перевод на свой счет", "Переводы на свои счета"],
      totals: ["Переводы на свои счета"],
    },
    {
      moves: "transfer",
      names: ["Перевод", "Переводы", "Аударым", "Аударымдар", "Transfers", "Transfer"],
      totals: ["Переводы", "Аударым", "Transfers"],
    },
    {
      moves: "own",
      names: ["Поступление со своего счета", "Поступления со своих счетов"],
      totals: ["Поступления со своих счетов"],
    },
    {
      moves: "credit",
      names: ["Зачисление кредита", "Зачисления кредитов"],
      totals: ["Зачисления кредитов"],
    },
    {
      moves: "top-up",
      names: ["Пополнение", "Пополнения", "Толықтыру", "Replenishment"],
      totals: ["Пополнения", "Толықтыру", "Replenishment"],
    },
    {
      moves: "cash",
      names: ["Снятие", "Снятия", "Ақша алу", "Withdrawals", "Withdrawal"],
      totals: ["Снятия", "Ақша алу", "Withdrawals"],
    },
    {
      moves: "other",
      names: ["Разное", "Әртүрлі", "Others", "Other"],
      totals: ["Разное", "Әртүрлі", "Others"],
    },
  ],
};
