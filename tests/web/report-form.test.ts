import { expect, it } from "vitest";
import {
  EMPTY,
  entryOf,
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
