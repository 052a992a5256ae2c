import { expect, it } from "vitest";
import type { Tables } from "../../server/evidence/recompute-claims.ts";
import { checkTengeNotCounted } from "../../server/evidence/recompute-tenge.ts";

/** D received dollars of V and paid him 54,000 tenge; nobody has written them down. */
const found = { claim_id: "C1-1", record_id: "b1", by: "bank-row", tenge: "54000.00" };
const row = { transfer_id: "b1", from_account: "D", to_account: "V", currency: "KZT" };
const claim = { claim_id: "C1-1", currency: "USD", method: "direct", reports: "R1" };
const line = { claim_id: "C1-1", transfer_id: "u1", from_account: "V", to_account: "D" };
const base: Tables = {
  transfers: new Map([["b1", { ...row, amount: "54000.00" }]]),
  accounts: new Map(["V", "D"].map((account) => [account, { account, holder_key: account }])),
  reported: new Set(["R1 u1"]),
  claims: [claim],
  lines: [{ ...line, claimed: "2000.00", currency: "USD" }],
  ...{ totals: [], differences: new Map(), repayments: [], payments: [], joint: [], figures: [] },
  ...{ losses: [], recoveries: [], tengeNotCounted: [found] },
};
const faultsOf = (changed: Partial<Tables>) => {
  const faults: string[] = [];
  checkTengeNotCounted({ ...base, ...changed }, faults);
  return faults;
};

it("recompute finds tenge that are counted, of nobody, or of another sum than their row", () => {
  expect(faultsOf({})).toEqual([]);
  expect(faultsOf({ tengeNotCounted: null })).toEqual([]);
  const shown = { payment_id: "P1", bank_row: "b1", tenge: "54000.00" };
  expect(faultsOf({ tengeNotCounted: [], payments: [shown] })).toEqual([]);
  for (const forged of [
    { payments: [shown] },
    { tengeNotCounted: [], payments: [{ ...shown, tenge: "53000.00" }] },
    { tengeNotCounted: [{ ...found, tenge: "54000.01" }] },
    { tengeNotCounted: [{ ...found, tenge: "0.00" }] },
    { tengeNotCounted: [{ ...found, claim_id: "C1-9" }] },
    { tengeNotCounted: [{ ...found, record_id: "b9" }] },
    { claims: [{ ...claim, currency: "KZT" }] },
    { repayments: [{ claim_id: "C1-2", transfer_id: "b1", repaid: "1.00", currency: "KZT" }] },
    { transfers: new Map([["b1", { ...row, from_account: "X", amount: "54000.00" }]]) },
  ])
    expect(faultsOf(forged), JSON.stringify(forged)).not.toEqual([]);
});
