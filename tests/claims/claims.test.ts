import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type BankTransfer,
  type FormedClaim,
  formClaims,
  notConfirmed,
  type ReportedTransfer,
} from "../../server/claims/form.ts";
import { withinTransfers } from "../../server/claims/traced.ts";

const PEOPLE = ["v1", "v2", "d1", "d2", "d3"] as const;
const holder = (key: string) => ({ key, name: `Name ${key}`, iin: key });

function transfer(over: Partial<BankTransfer> = {}): BankTransfer {
  return {
    id: "t1",
    from: "KZ-v1",
    to: "KZ-d1",
    payer: holder("v1"),
    payee: holder("d1"),
    exit: false,
    amount: 10_000n,
    currency: "KZT",
    bookedAt: 1_000,
    zone: "+05:00",
    purpose: null,
    reversal: false,
    sourceId: "s1",
    row: 2,
    ...over,
  };
}

function reported(over: Partial<ReportedTransfer> = {}): ReportedTransfer {
  const own = over.transfer === undefined ? transfer() : over.transfer;
  return {
    report: "R1",
    victim: { key: "v1", name: "Name v1", iin: "v1", account: null },
    transferId: own?.id ?? "t1",
    claim: null,
    ...over,
    transfer: own,
  };
}

/**
 * Transfers between a few people with unique ids, named by reports of the victims, some by two
 * reports, some by the wrong one.
 */
const town = fc
  .array(
    fc.record({
      victim: fc.constantFrom("v1", "v2"),
      payer: fc.option(fc.constantFrom(...PEOPLE), { nil: null }),
      payee: fc.option(fc.constantFrom(...PEOPLE), { nil: null }),
      account: fc.constantFrom("a", "b"),
      amount: fc.bigInt(1n, 10n ** 15n),
      currency: fc.constantFrom("KZT", "USD"),
      exit: fc.boolean(),
      loaded: fc.boolean(),
      claimed: fc.boolean(),
      again: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((rows) =>
    rows.flatMap((row, index): ReportedTransfer[] => {
      const one = reported({
        report: `R-${row.victim}`,
        victim: { key: row.victim, name: null, iin: row.victim, account: null },
        transferId: `t${index}`,
        claim: row.claimed ? "C9-1" : null,
        transfer: row.loaded
          ? transfer({
              id: `t${index}`,
              payer: row.payer === null ? null : holder(row.payer),
              payee: row.payee === null ? null : holder(row.payee),
              from: `KZ-${row.payer ?? "unknown"}-${row.account}`,
              to: `KZ-${row.payee ?? "nobody"}-${row.account}`,
              amount: row.amount,
              currency: row.currency,
              exit: row.exit,
            })
          : null,
      });
      return row.again ? [one, { ...one, report: `${one.report}-again` }] : [one];
    }),
  );

describe("claims", () => {
  it("add up to the victim's own transfers, to the tiyn, each currency apart and no transfer twice", () => {
    fc.assert(
      fc.property(town, (rows) => {
        const { claims, leftOut } = formClaims(rows);
        const lines = claims.flatMap((claim) => claim.lines.map((line) => ({ claim, line })));
        expect(new Set(lines.map(({ line }) => line.transfer.id)).size).toBe(lines.length);
        for (const { claim, line } of lines) {
          expect(line.amount).toBe(line.transfer.amount);
          expect(line.transfer.currency).toBe(claim.currency);
          expect(claim.victim.key).not.toBe(claim.defendant.key);
          expect(line.transfer.exit).toBe(false);
        }
        const pairs = claims.map(
          (claim) => `${claim.victim.key}|${claim.defendant.key}|${claim.currency}`,
        );
        expect(new Set(pairs).size).toBe(pairs.length);
        // Nothing reported disappears: it is in a claim, or left out with a reason.
        const seen = new Set([
          ...lines.map(({ line }) => line.transfer.id),
          ...leftOut.map((one) => one.transferId),
        ]);
        expect([...seen].sort()).toEqual([...new Set(rows.map((row) => row.transferId))].sort());
      }),
    );
  });

  it("are the same whatever accounts the holder used: one person is one defendant", () => {
    const { claims } = formClaims([
      reported({ transfer: transfer({ id: "t1", to: "KZ-d1-a" }) }),
      reported({ transfer: transfer({ id: "t2", to: "KZ-d1-b", amount: 1n }) }),
    ]);
    expect(claims).toHaveLength(1);
    expect(claims[0]?.lines.map((line) => line.amount)).toEqual([10_000n, 1n]);
  });

  it("take a transfer named by two reports of the same victim once, and cite both", () => {
    const { claims, leftOut } = formClaims([reported(), reported({ report: "R2" })]);
    expect(claims).toMatchObject([{ reports: ["R1", "R2"] }]);
    expect(claims[0]?.lines).toHaveLength(1);
    expect(leftOut).toEqual([]);
  });

  it("say why a reported transfer is in none of them", () => {
    const reasonOf = (one: ReportedTransfer) => formClaims([one]).leftOut[0]?.reason;
    expect(reasonOf(reported({ transfer: null }))).toBe("not-loaded");
    expect(reasonOf(reported({ transfer: transfer({ exit: true, payee: null }) }))).toBe(
      "left-through-exit",
    );
    expect(reasonOf(reported({ transfer: transfer({ payee: holder("v1") }) }))).toBe("own-account");
    expect(reasonOf(reported({ transfer: transfer({ payer: holder("d2") }) }))).toBe(
      "not-paid-by-victim",
    );
    // A person knows the row by its day, sum and payer.
    const paidByOther = reported({ transfer: transfer({ payer: holder("d2"), amount: 450n }) });
    expect(formClaims([paidByOther]).leftOut[0]?.paid).toMatchObject({
      ...{ amount: "450", currency: "KZT", name: holder("d2").name },
    });
    expect(reasonOf(reported({ transfer: transfer({ reversal: true }) }))).toBe("reversal");
    // Of the payer the banks say nothing but the account, and it is not the one the report names.
    const unknown = { transfer: transfer({ payer: null, from: "KZ-W" }) };
    const named = (account: string | null) => ({ key: "KZ-V", name: "Vic V", iin: null, account });
    expect(reasonOf(reported({ ...unknown, victim: named("KZ-V") }))).toBe("not-paid-by-victim");
    expect(reasonOf(reported({ ...unknown, victim: named("KZ-W") }))).toBeUndefined();
    expect(reasonOf(reported({ ...unknown, victim: named(null) }))).toBeUndefined();
    expect(reasonOf(reported({ claim: "C1-1" }))).toBe("already-claimed");
    // Only the victim tells of it: it has a sum and no transfer.
    const recipient = { account: "KZ-d", name: null, phone: null, bank: null };
    const said = { key: "k1", amount: "500", currency: "USD", at: null, dayOnly: false, recipient };
    expect(notConfirmed([{ report: "R1", described: [said] }])).toEqual([
      {
        report: "R1",
        transferId: null,
        reason: "not-confirmed",
        claim: null,
        described: { key: "k1", amount: "500", currency: "USD" },
      },
    ]);
  });

  it("know the victim by the bank's record where the report names only an account", () => {
    const { claims } = formClaims([
      reported({ victim: { key: null, name: null, iin: null, account: null } }),
    ]);
    expect(claims[0]?.victim).toEqual({ key: "v1", name: "Name v1", iin: "v1" });
  });
});

describe("traced claims", () => {
  it("of all cases and rules together ask for no more of a transfer than it was", () => {
    const bank = [
      transfer({ id: "t1", amount: 100n }),
      transfer({ id: "t2", amount: 50n }),
    ] as const;
    const claim = (key: string, ...lines: [at: 0 | 1, amount: bigint][]): FormedClaim => ({
      victim: { key, name: null, iin: null },
      defendant: { key: "d1", name: null, iin: null },
      currency: "KZT",
      reports: [`R-${key}`],
      lines: lines.map(([at, amount]) => ({ transfer: bank[at], amount })),
    });
    const before = new Map([["t1", { amount: 60n, claim: "C1-1" }]]);
    const claims = [claim("a", [0, 41n], [1, 20n]), claim("b", [0, 40n]), claim("c", [1, 31n])];
    const { claims: within, leftOut } = withinTransfers(claims, before);
    const free = within.filter((one) => one.lines.length > 0);
    expect(within.map((one) => one.victim.key)).toEqual(["a", "b", "c"]);
    expect(free.map((one) => [one.victim.key, ...one.lines.map((line) => line.amount)])).toEqual([
      ["a", 20n],
      ["b", 40n],
    ]);
    expect(leftOut).toMatchObject([
      { report: "R-a", transferId: "t1", reason: "already-claimed", claim: "C1-1" },
      { report: "R-c", transferId: "t2", reason: "already-claimed", claim: null },
    ]);
  });
});
