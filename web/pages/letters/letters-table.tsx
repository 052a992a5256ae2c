import { Checkbox } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { LetterRow } from "../../../contract/outgoing.ts";
import { LetterLine } from "./letter-line.tsx";
import classes from "./letters.module.css";
import { isOpen, LETTER_SORTS, type LetterSort, type Sorting } from "./sorted-letters.ts";

/** The outgoing letters as an office reads them: number, day, what, to whom, about whom. */
export function LettersTable(props: {
  letters: readonly LetterRow[];
  sorting: Sorting | null;
  onSort: (sorting: Sorting | null) => void;
  /** null = the person may mark none. */
  chosen: ReadonlySet<string> | null;
  onChoose: (ids: readonly string[], choose: boolean) => void;
}) {
  const { t } = useTranslation();
  const { letters, chosen, sorting } = props;
  const narrow = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false });
  const open = letters.filter(isOpen);
  const ticked = chosen === null ? 0 : open.filter(({ id }) => chosen.has(id)).length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls is reached by keyboard
    <div className={classes.scroll} tabIndex={0}>
      <table
        className={classes.table}
        aria-label={t("letters.title")}
        data-narrow={narrow || undefined}
      >
        <thead>
          <tr>
            {chosen !== null && (
              <th scope="col" className={classes.tick}>
                <Checkbox
                  size="xs"
                  aria-label={t("letters.many.all")}
                  checked={ticked > 0 && ticked === open.length}
                  indeterminate={ticked > 0 && ticked < open.length}
                  disabled={open.length === 0}
                  onChange={(event) =>
                    props.onChoose(
                      open.map(({ id }) => id),
                      event.currentTarget.checked,
                    )
                  }
                />
              </th>
            )}
            {columnsOf(narrow).map((columns) => (
              <Heading key={columns[0]} columns={columns} sorting={sorting} onSort={props.onSort} />
            ))}
            <th scope="col" className={classes.act}>
              <span className={classes.hidden}>{t("letters.actions")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {letters.map((letter) => (
            <LetterLine
              key={letter.id}
              letter={letter}
              narrow={narrow}
              chosen={chosen === null ? null : chosen.has(letter.id)}
              onChoose={(choose) => props.onChoose([letter.id], choose)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** On a narrow screen two columns share one, so that state, last day and button are in sight. */
const NARROW = "screen and (max-width: 1360px)";

function columnsOf(narrow: boolean): readonly (readonly [LetterSort, ...LetterSort[]])[] {
  return narrow ? IN_PAIRS : LETTER_SORTS.map((by) => [by] as const);
}

const IN_PAIRS: readonly (readonly [LetterSort, ...LetterSort[]])[] = [
  ["number", "day"],
  ["kind", "addressee"],
  ["parties", "claim"],
  ["amount"],
  ["stand", "due"],
];

interface Order {
  readonly sorting: Sorting | null;
  readonly onSort: (sorting: Sorting | null) => void;
}

/** The heading of a column; one that stands for two sorts by either. */
function Heading({
  columns,
  ...order
}: Order & { columns: readonly [LetterSort, ...LetterSort[]] }) {
  const [main] = columns;
  const isSorted = columns.find((by) => by === order.sorting?.by);
  const way = isSorted === undefined ? "none" : order.sorting?.down ? "descending" : "ascending";
  return (
    <th scope="col" aria-sort={way} data-column={main}>
      {columns.map((by) => (
        <SortButton key={by} by={by} {...order} />
      ))}
    </th>
  );
}

/** Sorts up, then down, then as the register has the letters. */
function SortButton({ by, sorting, onSort }: Order & { by: LetterSort }) {
  const { t } = useTranslation();
  const way = sorting?.by === by ? (sorting.down ? "descending" : "ascending") : "none";
  const next =
    way === "none" ? { by, down: false } : way === "ascending" ? { by, down: true } : null;
  const words =
    by === "parties" || by === "claim" ? t(`letters.of.${by}`) : t(`letters.columns.${by}`);
  return (
    <span className={classes.sortable}>
      <button type="button" className={classes.sort} onClick={() => onSort(next)}>
        {words}
        {way === "ascending" && <IconArrowUp size={12} aria-hidden />}
        {way === "descending" && <IconArrowDown size={12} aria-hidden />}
      </button>
      <span className={classes.onPaper}>{words}</span>
    </span>
  );
}
