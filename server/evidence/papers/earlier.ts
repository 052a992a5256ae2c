import type { PaperLanguage } from "../../../contract/papers.ts";
import { COMMON_WORDS } from "../texts/papers/common.ts";
import { PAPER_WORDS } from "../texts/papers/papers.ts";
import { writtenDay } from "../words/dates.ts";
import type { EarlierSent, WrittenLetter } from "./outgoing.ts";

/** An earlier letter, and the rows of the table that it was about; none = it was about all. */
export interface EarlierNamed extends EarlierSent {
  readonly rows?: readonly string[];
}

/**
 * A letter names those that left before about the same: nobody takes it for another matter, and
 * adds its sums to theirs.
 */
export function withEarlier(
  written: WrittenLetter,
  earlier: readonly EarlierNamed[],
  language: PaperLanguage,
): WrittenLetter {
  if (earlier.length === 0) return written;
  const said = earlier.map(({ number, day, rows = [] }) => {
    const letter = PAPER_WORDS[language].earlier(number, writtenDay(day));
    return rows.length === 0 ? letter : `${letter} (${COMMON_WORDS[language].ofRows(rows)})`;
  });
  const { values } = written;
  const fields = { ...values.fields, "letter.earlier": said.join("; ") };
  return { ...written, values: { ...values, fields } };
}
