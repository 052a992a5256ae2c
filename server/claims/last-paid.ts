import type { UserError } from "../errors/user-error.ts";
import { dayNumber, dayText } from "../time/day.ts";
import type { LedgerNow } from "./ledger.store.ts";
import { wrongDay } from "./steps.ts";

type Money = Pick<LedgerNow, "recoveries" | "payments">;

/** The last day on which money of a claim came, of its penalty too; null = none came. */
export function lastPaid({ recoveries, payments }: Money, claim: string): number | null {
  const counting = payments.filter(({ cancelled }) => cancelled === null);
  const days = [...recoveries, ...counting].flatMap((one) => (one.claim === claim ? one.day : []));
  return days.length === 0 ? null : Math.max(...days);
}

/** While money of a claim still came, it was not recovered in full. */
export function refuseBeforeMoney(ledger: Money, claim: string, said: string | undefined): void {
  const last = lastPaid(ledger, claim);
  const day = dayNumber(said ?? "");
  if (last !== null && day !== null && day < last) throw tooEarly(dayText(day), dayText(last));
}

function tooEarly(day: string, paid: string): UserError {
  const why = `lies before ${paid}, when the last payment came`;
  return wrongDay("claim-recovered-before-payment", day, why, { paid });
}
