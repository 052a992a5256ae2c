import { DAY } from "../../time/instant.ts";
import { isPersons, stolenRows } from "./draw-case.ts";
import type { MeasuredSource } from "./read-source.ts";
import { rebuiltSource } from "./rebuilt-source.ts";

/** Two accounts whose dealings lasted no longer, one way, were strangers. */
const BRIEF = 7 * DAY;
/** What a dropper draws or sends abroad so long after a stranger's receipt is that money. */
const AFTER = 5 * DAY;

/**
 * A source of other people's without its fraud. Which transfers were planted is not labelled, so
 * this leaves out what a dropper's account is for. That is every transfer between two of them,
 * every receipt from a stranger, every payment to a stranger and the reported transfers. What left
 * as cash, crypto or abroad within five days of such a receipt goes too. Their ordinary life stays.
 * A list made of it must be no better than chance.
 */
export function withoutPlanted(source: MeasuredSource): MeasuredSource {
  const { columns, truth } = source;
  const isDropper = columns.accounts.numbers.map((number) => truth.labels.get(number) === true);
  const isStranger = strangersOf(source);
  const gone = new Uint8Array(columns.length);
  for (const row of stolenRows(columns, source.reports)) gone[row] = 1;
  const lastReceipt = new Float64Array(columns.accounts.length).fill(Number.NEGATIVE_INFINITY);
  for (let row = 0; row < columns.length; row += 1) {
    const [payer, payee] = [columns.from[row]!, columns.to[row]!];
    const at = columns.bookedAt[row]!;
    const touches = isDropper[payer] || isDropper[payee];
    const both = isDropper[payer] && isDropper[payee];
    if (both || (touches && isStranger(payer, payee))) gone[row] = 1;
    if (gone[row] === 1 && isDropper[payee]) lastReceipt[payee] = at;
    const out = columns.accounts.exitKind[payee] !== 0;
    if (out && isDropper[payer] && at - lastReceipt[payer]! <= AFTER) gone[row] = 1;
  }
  return rebuiltSource(source, `${source.name} without fraud`, {
    isKept: (row) => gone[row] === 0,
    reports: [],
  });
}

function strangersOf({ columns }: MeasuredSource): (payer: number, payee: number) => boolean {
  const key = (payer: number, payee: number) => payer * columns.accounts.length + payee;
  const lives = new Map<number, { first: number; last: number }>();
  for (let row = 0; row < columns.length; row += 1) {
    const at = columns.bookedAt[row]!;
    const pair = key(columns.from[row]!, columns.to[row]!);
    const life = lives.get(pair);
    if (life) life.last = at;
    else lives.set(pair, { first: at, last: at });
  }
  return (payer, payee) => {
    const life = lives.get(key(payer, payee));
    const people = isPersons(columns, payer) && isPersons(columns, payee);
    const oneWay = !lives.has(key(payee, payer));
    return people && oneWay && life !== undefined && life.last - life.first <= BRIEF;
  };
}
