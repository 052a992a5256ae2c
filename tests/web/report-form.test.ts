import { expect, it } from "vitest";
import { changedFields } from "../../web/pages/reports/changed-words.ts";
import {
  accountLeftIn,
  EMPTY,
  entryOf,
  filledWith,
  formsOf,
  nextTransfer,
  shownTransfer,
  withKept,
} from "../../web/pages/reports/form-state.ts";

const AT = Date.parse("2026-11-29T10:00:00+05:00");
const first = {
  ...EMPTY,
  number: "2675-9",
  lure: "звонок",
  victimName: "Сапарова Айгүл",
  amount: "1 500",
  day: "2026-11-28",
  recipientAccount: "KZ11",
};

it("one report takes several transfers of a victim, each to its own account", () => {
  const kept = [shownTransfer(first, "t1"), shownTransfer({ ...first, amount: "20" }, null)];
  const stolen = kept.filter((one) => one !== null);
  const third = { ...nextTransfer(first), amount: "7", recipientAccount: "KZ33" };
  expect(nextTransfer(first)).toMatchObject({ amount: "", recipientAccount: "KZ11" });
  expect(third).toMatchObject({ number: "2675-9", victimName: "Сапарова Айгүл", day: null });
  const entry = entryOf(third, null, AT, stolen);
  expect(entry?.stolen.map((one) => [one.amount, one.recipient.account, one.transferId])).toEqual([
    ["150000", "KZ11", "t1"],
    ["2000", "KZ11", null],
    ["700", "KZ33", null],
  ]);
  expect(entry?.victim.name).toBe("Сапарова Айгүл");
});

it("each transfer of a text has its own recipient, and what a person typed stays in all", () => {
  const told = { currency: "KZT", at: AT, dayOnly: false, recipientName: null };
  const transfers = [
    { ...told, amount: "190000000", recipientAccount: "KZ87", recipientPhone: null },
    { ...told, amount: "25000000", recipientAccount: null, recipientPhone: "77015554433" },
  ];
  const shown = { ...EMPTY, recipientPhone: "77015554433", recipientName: "Зуев", amount: "5" };
  const forms = formsOf(shown, transfers, { recipientPhone: "77015554433" }, "ru");
  expect(forms.map((one) => [one.recipientAccount, one.recipientPhone, one.recipientName])).toEqual(
    [
      ["KZ87", "", "Зуев"],
      ["", "77015554433", "Зуев"],
    ],
  );
  expect(shownTransfer(forms[0] ?? EMPTY, null)).toMatchObject({ amount: "190000000", at: AT });
});

it("a transfer that was kept comes back into the form with all it says", () => {
  const told = { ...first, clock: "14:35:00", recipientName: "Омаров", recipientBank: "722" };
  const kept = shownTransfer(told, null);
  if (kept === null) throw new Error("It has an amount");
  const other = { ...first, amount: "7", day: null, recipientAccount: "KZ33" };
  const again = withKept(other, kept, "ru");
  expect(shownTransfer(again, null)).toEqual(kept);
  expect(again.victimName).toBe("Сапарова Айгүл");
});

it("an empty last transfer is left out, and one that is begun needs its amount", () => {
  const kept = [shownTransfer(first, null)].filter((one) => one !== null);
  const empty = nextTransfer(first);
  expect(entryOf(empty, null, AT, kept)?.stolen).toHaveLength(1);
  expect(entryOf({ ...empty, recipientAccount: "KZ33" }, null, AT, kept)).toBeNull();
  expect(entryOf(empty, null, AT)).toBeNull();
});

it("an entered report comes back into the form as it was entered", () => {
  const told = { ...first, clock: "14:35:20", recipientName: "Омаров", recipientBank: "722" };
  const kept = [shownTransfer(told, null)].filter((one) => one !== null);
  const entry = entryOf({ ...told, amount: "7", victimIin: "850101400120" }, "t1", AT, kept);
  if (entry === null) throw new Error("It has a number and an amount");
  const form = filledWith("2675-9", entry, "ru");
  expect(entryOf(form.state, form.chosen, AT, form.kept)).toEqual(entry);
});

it("a correction names the fields that it changed, and the transfers that it put in place of others", () => {
  const [shown] = [shownTransfer(first, null)];
  if (shown === null) throw new Error("It has an amount");
  const victim = { name: "Сапарва Айгүл", iin: null, account: null };
  const { recipient } = shown;
  const stolen = { ...shown, currency: "KZT", dayOnly: true, transferId: null };
  const paid = { account: recipient.account ?? null, name: null, phone: null, bank: null };
  const before = { reportedAt: AT, victim, lure: null, stolen: [{ ...stolen, recipient: paid }] };
  const after = {
    ...{ ...before, victim: { ...victim, name: "Сапарова Айгүл" } },
    stolen: [{ ...stolen, amount: "15000", recipient: paid }],
  };
  expect(changedFields(before, before, "en")).toEqual([]);
  expect(changedFields(before, after, "en")).toMatchObject([
    { field: "victimName", before: "Сапарва Айгүл", after: "Сапарова Айгүл" },
    { field: "transfer", before: expect.stringContaining("1,500.00") },
  ]);
});

it("an account that was corrected is known to stand in another transfer of the report too", () => {
  const kept = [shownTransfer(first, null)].filter((one) => one !== null);
  expect(accountLeftIn(kept, "KZ11", "KZ12")).toBe("KZ11");
  // Unchanged, emptied, not there before, or in no other transfer.
  for (const [before, now] of [
    ["KZ11", "KZ11"],
    ["KZ11", ""],
    ["", "KZ12"],
    ["KZ13", "KZ12"],
  ] as const)
    expect(accountLeftIn(kept, before, now)).toBeNull();
});

it("the history of a report names the bank and dials the phone", () => {
  const recipient = { account: "KZ11", name: null, phone: "77015554433", bank: "601" };
  const words = (amount: string) => ({
    reportedAt: AT,
    lure: null,
    victim: { name: null, iin: null, account: null },
    stolen: [{ amount, currency: "KZT", at: AT, dayOnly: false, recipient, transferId: null }],
  });
  const [changed] = changedFields(words("100"), words("200"), "en");
  expect(changed?.after).toContain("+77015554433, Halyk Bank");
});
