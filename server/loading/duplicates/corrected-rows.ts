import { recordKey, type SourceRecord } from "../record/source-record.ts";
import { type Decisions, isOtherSide, pairName } from "./same-transfer.ts";
import { oneToOne, type Suggestion } from "./suggested-pairs.ts";

/**
 * Two transfers between the same accounts, one known to one statement of an account only, one to
 * another of the same days.
 */
export interface CorrectionCandidate {
  readonly account: string;
  /** Sources of the two statements. */
  readonly one: string;
  readonly other: string;
  readonly left: readonly SourceRecord[];
  readonly right: readonly SourceRecord[];
}

/**
 * Rows that a bank may have corrected. Two statements of one account cover the same days, and a row
 * of the one stands in the other with another amount or time. The counterparty is the same, and so
 * is the document number within a day, or the second. Nothing is joined: a person decides. Which
 * statement came first plays no part, so the outcome is the same in any order of loading.
 */
export function suggestCorrections(
  candidates: readonly CorrectionCandidate[],
  decisions: Decisions,
): Suggestion[] {
  const possible = candidates.flatMap((candidate) => {
    if (!mayBeCorrected(candidate, decisions)) return [];
    const lefts = ownRows(candidate.left, candidate.one, candidate.account);
    const rights = ownRows(candidate.right, candidate.other, candidate.account);
    return lefts.flatMap((left) => rights.flatMap((right) => nearness(left, right)));
  });
  return oneToOne(possible).map(({ left, right }) => ({ left, right, why: "corrected" }));
}

/** What the statement of the account itself says in that source. */
function ownRows(
  records: readonly SourceRecord[],
  source: string,
  account: string,
): SourceRecord[] {
  return records.filter(
    ({ sourceId, ownSide, from, to }) =>
      sourceId === source &&
      ((ownSide === "from" && from === account) || (ownSide === "to" && to === account)),
  );
}

/** The same document comes before the same second. */
function nearness(left: SourceRecord, right: SourceRecord) {
  const time = Math.abs(left.bookedAt - right.bookedAt);
  const document = left.properties.documentNumber;
  const sameDocument =
    document !== undefined &&
    document === right.properties.documentNumber &&
    Math.abs(left.day - right.day) <= 1;
  const sameSecond = time === 0 && !left.dayOnly && !right.dayOnly;
  const differs = time !== 0 || left.properties.amount !== right.properties.amount;
  const sameKind = (left.properties.reversal === true) === (right.properties.reversal === true);
  return differs && sameKind && (sameDocument || sameSecond)
    ? [{ left, right, days: sameDocument ? 0 : 1, time }]
    : [];
}

/** No source records both, nobody kept them apart. */
function mayBeCorrected({ left, right }: CorrectionCandidate, { rejected }: Decisions): boolean {
  return left.every((one) =>
    right.every(
      (other) =>
        (one.sourceId !== other.sourceId || isOtherSide(one, other)) &&
        !rejected.has(pairName(recordKey(one), recordKey(other))),
    ),
  );
}
