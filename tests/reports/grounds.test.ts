import { describe, expect, it } from "vitest";
import { daysOff } from "../../server/dossier/tables/holidays.ts";
import { type Description, groundsFor, type KnownTransfer } from "../../server/reports/grounds.ts";
import { termsFrom } from "../../server/reports/terms.ts";
import { dayNumber } from "../../server/time/day.ts";

const AT = Date.parse("2026-11-28T14:05:00+05:00");
const HOUR = 3_600_000;
const nobody = { account: null, name: null, phone: null, bank: null };
const said = (change: Partial<Description> = {}): Description => ({
  amount: "100",
  currency: "KZT",
  at: AT,
  dayOnly: false,
  victim: { name: null, iin: null, accounts: [] },
  recipient: nobody,
  ...change,
});
const side = (account: string, more: Partial<KnownTransfer["from"]> = {}) => ({
  account,
  name: null,
  iin: null,
  phone: null,
  bank: null,
  ...more,
});
const V = "KZ02722C058390727632";
const D = "KZ48722C045560744384";
const found = (change: Partial<KnownTransfer> = {}): KnownTransfer => ({
  sameAmount: true,
  bookedAt: AT + 40_000,
  dayOnly: false,
  from: side(V, { iin: "850101400120", name: "Сапарова Айгүл Қуатқызы" }),
  to: side(D, { name: "Омаров Данияр", phone: "77011234567" }),
  ...change,
});

describe("grounds for a transfer", () => {
  it("of another sum are both accounts and the day, no less", () => {
    const other = found({ sameAmount: false });
    const both = said({
      victim: { name: null, iin: null, accounts: [V] },
      recipient: { ...nobody, account: D },
    });
    expect(groundsFor(both, other)).toEqual(["other-amount", "minute", "payer", "recipient"]);
    expect(groundsFor({ ...both, at: null }, other)).toBeNull();
    expect(groundsFor({ ...both, recipient: nobody }, other)).toBeNull();
    expect(groundsFor(said({ recipient: { ...nobody, account: D } }), other)).toBeNull();
  });

  it("of another payer are the sum, the account paid and the day, no less", () => {
    const child = { name: null, iin: "110202500125", accounts: [] };
    const paid = said({ victim: child, recipient: { ...nobody, account: D } });
    expect(groundsFor(paid, found())).toEqual(["amount", "minute", "other-payer", "recipient"]);
    expect(groundsFor(paid, found({ sameAmount: false }))).toBeNull();
    expect(groundsFor(paid, found({ bookedAt: AT + 30 * HOUR }))).toBeNull();
    expect(groundsFor({ ...paid, recipient: nobody }, found())).toBeNull();
  });

  it("are what both sides say alike", () => {
    expect(groundsFor(said(), found())).toEqual(["amount", "minute"]);
    expect(groundsFor(said({ dayOnly: true }), found())).toEqual(["amount", "day"]);
    expect(groundsFor(said(), found({ bookedAt: AT + 30 * HOUR }))).toEqual([
      "amount",
      "days-apart",
    ]);
    const recipient = { ...nobody, name: "Данияр О.", phone: "8 701 123 45 67", bank: "722" };
    expect(groundsFor(said({ recipient }), found())).toEqual([
      "amount",
      "minute",
      "recipient-name",
      "recipient-phone",
      "recipient-bank",
    ]);
    const victim = { name: "Айгүл С.", iin: null, accounts: [] };
    expect(groundsFor(said({ victim }), found())).toEqual(["amount", "minute", "payer-name"]);
  });

  it("are none where something speaks against it", () => {
    const against = (change: Partial<Description>, one = found()) =>
      expect(groundsFor(said(change), one)).toBeNull();
    against({}, found({ bookedAt: AT + 120 * HOUR }));
    against({ victim: { name: null, iin: "900202300125", accounts: [] } });
    against({ victim: { name: "Смагулов Ерлан", iin: null, accounts: [] } });
    against({ victim: { name: null, iin: null, accounts: [D] } });
    against({ recipient: { ...nobody, account: V } });
    against({ recipient: { ...nobody, name: "Смагулов Ерлан" } });
    against({ recipient: { ...nobody, bank: "601" } });
  });

  it("the IIN of the victim counts before the account he names", () => {
    const victim = { name: null, iin: "850101400120", accounts: [D] };
    expect(groundsFor(said({ victim }), found())).toContain("payer");
  });
});

describe("the terms of the letters", () => {
  it("are working days for a block and calendar days for the others", () => {
    expect(termsFrom(dayNumber("2026-12-11") ?? 0, daysOff())).toEqual({
      block: "2026-12-21",
      restriction: "2026-12-21",
      judge: "2026-12-13",
      loan: "2026-12-14",
    });
  });
});
