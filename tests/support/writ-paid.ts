import { expect } from "vitest";
import { cancelPayment, recordPayment } from "../../server/claims/payments.store.ts";
import { takeStep } from "../../server/claims/take-step.store.ts";
import { summaryOf } from "../../server/measures/summary/summary.store.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { factsOn } from "./claim-steps.ts";

interface At {
  readonly caseId: string;
  readonly claim: string;
}
interface Who {
  readonly by: string;
  readonly at: number;
}

/** A writ of 60.00 and a penalty of 3.65 is paid, the split first as a person says it. */
export async function writPaid(database: Database, at: At, later: Who): Promise<void> {
  const { queries } = database;
  const writ = { day: "2026-06-20", source: "dropper", receipt: "writ" } as const;
  const pay = (amount: string, penalty: string | null = null) =>
    recordPayment(queries, at, { ...writ, amount, penalty }, later);
  const owed = { debt: "60.00 KZT", penalty: "3.65 KZT" };
  await expect(pay("6366")).rejects.toMatchObject({ code: "payment-above-both", params: owed });
  await expect(pay("400", "366")).rejects.toMatchObject({ code: "payment-penalty-above" });
  expect(await pay("100", "65")).toMatchObject({
    outstanding: "5965",
    penalty: { due: "365", paid: "65", outstanding: "300" },
  });
  // Nobody says how the next one is divided: the debt is paid first.
  expect(await pay("5970")).toMatchObject({
    outstanding: "0",
    penalty: { paid: "70", outstanding: "295" },
  });
  const recovered = (reason: string | null) =>
    takeStep(
      database,
      at,
      { status: "recovered", reason, facts: factsOn("recovered", later.at) },
      { ...later, role: "head" },
    );
  await expect(recovered(null)).rejects.toMatchObject({
    code: "claim-penalty-outstanding",
    params: { amount: "2.95 KZT" },
  });
  const last = (await pay("295")).payments.at(-1)?.id ?? "";
  await recovered(null);
  await expect(
    cancelPayment(queries, { ...at, payment: last }, "A slip.", later),
  ).rejects.toMatchObject({ code: "payment-settled" });
  // The penalty makes no loss good: it is a figure of its own.
  const sumOf = async (figure: "recovered" | "penalty-claimed" | "penalty-recovered") =>
    (await summaryOf(queries, {})).find(({ id }) => id === figure)?.sums;
  expect(await sumOf("recovered")).toEqual([{ currency: "KZT", amount: "10000" }]);
  expect(await sumOf("penalty-recovered")).toEqual([{ currency: "KZT", amount: "365" }]);
  // The penalty asked of the court stands beside it, on the day of the filing.
  expect(await sumOf("penalty-claimed")).toEqual([{ currency: "KZT", amount: "365" }]);
}
