import { CHANNELS, ORGANISATION } from "../../columns/columns.ts";
import { DAY } from "../../time/instant.ts";
import type { Facts, SaidSentence } from "./sentence-facts.ts";
import { exitOf, lifeOf, rowsOf } from "./sentence-facts.ts";
import { type Check, compare, must } from "./sentence-figures.ts";

/** Dealings of fewer days are no lasting ones; habits need so many days that are held. */
const LASTING = 14;
const HELD = 30;

/** What speaks against: habits are only said of accounts whose own days are held. */
export const AGAINST: Readonly<Record<string, Check>> = {
  "known-partners": knownPartners,
  "regular-income": regularIncome,
  "daily-life": dailyLife,
  organisation: ({ columns }, { account }) =>
    must(columns.accounts.holderKind[account] === ORGANISATION, "no organisation"),
  "long-open": (facts, said) =>
    compare(said, {
      years: Math.floor(
        (facts.first - facts.columns.accounts.openedAt[said.account]!) / (365 * DAY),
      ),
    }),
};

function otherEnd({ columns }: Facts, account: number, row: number): number {
  return columns.from[row] === account ? columns.to[row]! : columns.from[row]!;
}

/** Rows of an account by counterparty. */
function byPartner(facts: Facts, account: number, rows: readonly number[]): number[][] {
  const found = new Map<number, number[]>();
  for (const row of rows) {
    const other = otherEnd(facts, account, row);
    const own = found.get(other);
    if (own) own.push(row);
    else found.set(other, [row]);
  }
  return [...found.values()];
}

/** Days of the account that statements show; all of them where no statements are known. */
function isHeldLongEnough(facts: Facts, account: number): boolean {
  if (facts.statements.length === 0) return true;
  const time = facts.statements
    .filter((days) => days.account === account)
    .reduce(
      (all, { from, until }) =>
        all + Math.max(0, Math.min(until, facts.last) - Math.max(from, facts.first)),
      0,
    );
  return time >= HELD * DAY;
}

function knownPartners(facts: Facts, said: SaidSentence): string[] {
  const { columns } = facts;
  const own = rowsOf(facts, said.account);
  const sum = (rows: readonly number[]) =>
    rows.reduce((all, row) => all + Number(columns.amount[row]), 0);
  const regular = byPartner(facts, said.account, own).filter((rows) => {
    const partner = otherEnd(facts, said.account, rows[0] as number);
    return rows.length >= 3 && lifeOf(facts, rows) >= LASTING && exitOf(facts, partner) === "";
  });
  return [
    ...compare(said, { percent: Math.floor((sum(regular.flat()) / sum(own)) * 100) }),
    ...must(isHeldLongEnough(facts, said.account), "days that are not held"),
  ];
}

function regularIncome(facts: Facts, said: SaidSentence): string[] {
  const { columns } = facts;
  const paid = rowsOf(facts, said.account).filter(
    (row) =>
      columns.to[row] === said.account &&
      columns.accounts.holderKind[columns.from[row]!] === ORGANISATION,
  );
  const lasting = byPartner(facts, said.account, paid).filter(
    (rows) => lifeOf(facts, rows) >= LASTING,
  );
  return [
    ...compare(said, { times: Math.max(0, ...lasting.map((rows) => rows.length)) }),
    ...must(isHeldLongEnough(facts, said.account), "days that are not held"),
  ];
}

function dailyLife(facts: Facts, said: SaidSentence): string[] {
  const { columns } = facts;
  const daily = rowsOf(facts, said.account).filter(
    (row) =>
      columns.from[row] === said.account &&
      ["card", "pos"].includes(CHANNELS[columns.channel[row]!] as string),
  );
  return [
    ...compare(said, { transfers: daily.length }),
    ...must(isHeldLongEnough(facts, said.account), "days that are not held"),
  ];
}
