import { seededRandom } from "../../../contract/seeded-random.ts";
import { DAY, HOME_ZONE, offsetMilliseconds } from "../../time/instant.ts";
import type { MeasuredSource } from "./read-source.ts";
import { knownFromOutside, rebuiltSource } from "./rebuilt-source.ts";

/** A source as somebody sees it who does not see everything. */
export interface PartialView {
  readonly name: string;
  readonly source: MeasuredSource;
}

const SEED = 19;
/** Of the transfers between accounts, so many have one side masked. */
const MASKED = 0.3;
/** One holder in so many is taken for another one. */
const ONE_IN = 20;
const ZONE = offsetMilliseconds(HOME_ZONE) ?? 0;

/** One bank's own dump, dates without times, masked counterparties, holders merged or unknown. */
export function partialViews(source: MeasuredSource): PartialView[] {
  return [
    ...largestBanks(source, 2).map((bank) => oneBank(source, bank)),
    { name: "dates without times", source: datesOnly(source) },
    { name: "30 % of counterparties masked", source: masked(source) },
    { name: "holders merged", source: holdersMerged(source) },
    { name: "holders unknown", source: holdersUnknown(source) },
  ];
}

function largestBanks({ columns }: MeasuredSource, count: number): string[] {
  const { bank, exitKind } = columns.accounts;
  const rows = new Map<string, number>();
  for (let row = 0; row < columns.length; row += 1) {
    const payer = columns.from[row]!;
    const name = bank[payer] as string;
    if (exitKind[payer] === 0 && name !== "") rows.set(name, (rows.get(name) ?? 0) + 1);
  }
  return [...rows]
    .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .slice(0, count)
    .map(([name]) => name);
}

/** The rows of one bank's accounts; of others what those rows show. Its own accounts are measured. */
function oneBank(source: MeasuredSource, bank: string): PartialView {
  const { columns, truth } = source;
  const { accounts } = columns;
  const isOwn = (account: number) =>
    accounts.exitKind[account] === 0 && accounts.bank[account] === bank;
  const seen = rebuiltSource(source, source.name, {
    logsOf: new Set(accounts.numbers.flatMap((_, account) => (isOwn(account) ? [account] : []))),
    isKept: (row) => isOwn(columns.from[row]!) || isOwn(columns.to[row]!),
    account: (account, index) =>
      isOwn(index) || accounts.exitKind[index] !== 0 ? account : knownFromOutside(account),
  });
  const labels = new Map(
    [...truth.labels].filter(([number]) => {
      const index = accounts.indexOf(number);
      return index !== undefined && isOwn(index);
    }),
  );
  return { name: `only bank ${bank}`, source: { ...seen, truth: { ...truth, labels } } };
}

function datesOnly(source: MeasuredSource): MeasuredSource {
  return rebuiltSource(source, source.name, {
    transfer: (transfer) => ({
      ...transfer,
      bookedAt: Math.floor((transfer.bookedAt + ZONE) / DAY) * DAY - ZONE,
    }),
  });
}

/** One end of a transfer is nobody known: each such end is an account of its own. */
function masked(source: MeasuredSource): MeasuredSource {
  const random = seededRandom(SEED);
  const { columns } = source;
  const { exitKind } = columns.accounts;
  return rebuiltSource(source, source.name, {
    transfer: (transfer, row) => {
      const between = exitKind[columns.from[row]!] === 0 && exitKind[columns.to[row]!] === 0;
      if (!between || random() >= MASKED) return transfer;
      const side = random() < 0.5 ? "from" : "to";
      return { ...transfer, [side]: `MASKED ${row}` };
    },
  });
}

/** Some holders carry another holder's number, as misread identifiers make them. */
function holdersMerged(source: MeasuredSource): MeasuredSource {
  const random = seededRandom(SEED);
  const { holderKeys } = source.columns.accounts;
  const taken = new Map(
    holderKeys
      .filter(() => random() < 1 / ONE_IN)
      .map((key) => [key, holderKeys[Math.floor(random() * holderKeys.length)] ?? key] as const),
  );
  return rebuiltSource(source, source.name, {
    account: (account) => {
      const other = account.holderKey ? taken.get(account.holderKey) : undefined;
      return other === undefined ? account : { ...account, holderKey: other };
    },
  });
}

/** Neither holder nor kind, telephone or device of any account is known. */
function holdersUnknown(source: MeasuredSource): MeasuredSource {
  return rebuiltSource(source, source.name, {
    account: ({ number, bank = null, exitKind = null, openedAt = null }) => ({
      number,
      bank,
      exitKind,
      openedAt,
    }),
  });
}
