import { expect, it } from "vitest";
import { accountsTable } from "../../server/evidence/tables/fact-tables.ts";
import { transfersTable } from "../../server/evidence/tables/transfers-table.ts";
import { caseFacts } from "../support/case-facts.ts";

it("the package calls banks by their names, with the code of the account number beside it", () => {
  const found = caseFacts([{ from: "v1", to: "d1:a", amount: 100_00n, stolen: "R0" }]);
  const facts = { ...found, accounts: found.accounts.map((one) => ({ ...one, bank: "926" })) };
  const cells = ({ columns, rows }: ReturnType<typeof accountsTable>, column: string) =>
    rows.map((row) => row[columns.indexOf(column)]);
  const accounts = accountsTable(facts);
  expect(new Set(cells(accounts, "bank"))).toEqual(new Set(["Kazkommertsbank"]));
  expect(new Set(cells(accounts, "bank_code"))).toEqual(new Set(["926"]));
  for (const column of ["from_bank", "to_bank"])
    expect(cells(transfersTable(facts), column)).toEqual(["Kazkommertsbank"]);
});
