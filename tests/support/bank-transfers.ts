import type { BankTransfer } from "../../server/claims/form.ts";
import type { TransferFact } from "../../server/evidence/case-facts.ts";
import { type Event, START } from "./money-trail.ts";

/** Every event as the bank gave it, also those that no package names. */
export function allTransfers(events: readonly Event[]): TransferFact[] {
  return events.map((event, order) => asFact(bankTransfer(event, order)));
}

export function asFact(transfer: BankTransfer): TransferFact {
  return {
    ...transfer,
    dayOnly: false,
    channel: "transfer",
    purposeCode: null,
    documentNumber: null,
    fee: null,
    place: "",
    alsoIn: [],
  };
}

export const EXITS: Readonly<Record<string, string>> = {
  CASH: "cash",
  SHOP: "pos",
  CRYPTO: "crypto",
  ABROAD: "foreign",
};

export function bankTransfer(event: Event, order: number): BankTransfer {
  const holder = (account: string) => {
    const key = account.split(":")[0] ?? account;
    return EXITS[account] ? null : { key, name: `Имя <${key}>`, iin: null };
  };
  return {
    id: event.id ?? `t${order}`,
    from: event.from,
    to: event.to,
    payer: holder(event.from),
    payee: holder(event.to),
    exit: EXITS[event.to] !== undefined,
    amount: event.amount,
    currency: event.currency ?? "KZT",
    bookedAt: event.at ?? START + order * 60_000,
    zone: "+05:00",
    purpose: "=за «долг», 1\n2",
    reversal: event.reversal ?? false,
    sourceId: "5f".repeat(32),
    row: order + 2,
  };
}
