import { expect, it } from "vitest";
import { csv, readText } from "../support/read-text.ts";

/** A stolen sum is above nothing and in a currency there is, as on the screen. */

const HEADER = ["report_id", "victim_account", "amount", "currency", "recipient_account"];

async function read(amount: string, currency = "KZT") {
  const row = ["R1", "V", amount, currency, "D"];
  const { items } = await readText(csv([HEADER, row], ","), { kind: "reports" });
  const [item] = items.filter(({ kind }) => kind === "report" || kind === "refused");
  return item;
}

it.each([
  ["-5.00", "amount-negative"],
  ["(700 000)", "amount-negative"],
  ["−700 000,00", "amount-negative"],
  ["0", "amount-zero"],
  ["0,00", "amount-zero"],
  ["-0.00", "amount-zero"],
])(
  "a table of reports gives %s back with its reason: nothing is stolen of it",
  async (sum, code) => {
    expect(await read(sum)).toMatchObject({ kind: "refused", code, column: "amount", value: sum });
  },
);

it.each(["XXQ", "тугрики", "???"])("a currency %s that there is not is given back", async (one) => {
  const refused = { kind: "refused", code: "currency-not-understood", value: one };
  expect(await read("5.00", one)).toMatchObject(refused);
});

it("sums above nothing are read, and a row may leave the sum to the bank's row", async () => {
  expect(await read("5.00")).toMatchObject({ kind: "report", amount: 500n, currency: "KZT" });
  expect(await read("5.00", "тенге")).toMatchObject({ currency: "KZT" });
  expect(await read("5.00", "USDT")).toMatchObject({ currency: "USDT" });
  expect(await read("5.00", "")).toMatchObject({ amount: 500n, currency: "KZT" });
  expect(await read("", "")).toMatchObject({ kind: "report", amount: null, currency: null });
});
