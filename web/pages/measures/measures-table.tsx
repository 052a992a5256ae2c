import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { bankName } from "../../../contract/bank-names.ts";
import { formatIsoDay, isoDay } from "../../../contract/format/dates.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { IN_WORKING_DAYS, type Measure, type measureTotals } from "../../../contract/measures.ts";
import { addresseeOf, letterWord, standOf } from "../../../contract/outgoing.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { DAY } from "../../ui/day.ts";
import { Money, Sums } from "../../ui/money.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import classes from "./measures.module.css";

const ROW = 38;

/** Entries of the register; a click opens one. */
export function MeasuresTable(props: {
  rows: readonly Measure[];
  selected: string | null;
  onSelect: (id: string) => void;
}) {
  const { t } = useTranslation();
  const columns = useColumns();
  return (
    <DataTable
      label={t("measures.title")}
      columns={columns}
      rows={props.rows}
      rowKey={(row) => row.id}
      rowHeight={ROW}
      selected={props.selected}
      onSelect={(row) => props.onSelect(row.id)}
      minWidth={990}
      maxHeight={640}
    />
  );
}

function useColumns(): TableColumn<Measure>[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const aboutOf = useAbout();
  return [
    {
      id: "day",
      head: t("measures.fields.day"),
      width: "112px",
      cell: (row) => formatIsoDay(row.day, language),
    },
    {
      id: "kind",
      head: t("measures.fields.kind"),
      width: "minmax(250px, 1.2fr)",
      cell: (row) => <Kind row={row} />,
    },
    {
      id: "about",
      head: t("measures.about"),
      width: "minmax(200px, 1.6fr)",
      cell: (row) => {
        const [main, ...rest] = aboutOf(row);
        return (
          <span className={classes.about}>
            <span className={classes.main}>{main}</span>
            {rest.length > 0 && !row.withoutLoss && (
              <span className={classes.sub}>{rest.join(" · ")}</span>
            )}
            {row.withoutLoss && (
              <span className={classes.warning}>
                {t(row.transfer === null ? "measures.ofNoLoss" : "measures.withoutLoss")}
              </span>
            )}
          </span>
        );
      },
    },
    {
      id: "amount",
      head: t("measures.fields.amount"),
      width: "150px",
      align: "right",
      cell: (row) => row.amount && <Money amount={row.amount} currency={row.currency} exact />,
    },
    {
      id: "count",
      head: t("measures.fields.count"),
      width: "90px",
      align: "right",
      cell: (row) => (row.count === null ? "" : formatNumber(row.count, language)),
    },
    {
      id: "due",
      head: t("measures.fields.due"),
      width: "130px",
      cell: (row) => <DaysLeft row={row} />,
    },
    {
      id: "district",
      head: t("measures.fields.district"),
      width: "minmax(110px, 0.8fr)",
      cell: (row) => row.summaryDistrict,
    },
  ];
}

/**
 * The kind of an entry; a letter has its own name, and says which claim it is of and where it
 * stands.
 */
function Kind({ row }: { row: Measure }) {
  const { t } = useTranslation();
  const struck = row.cancelled === null ? "" : classes.struck;
  const kind = t(`measures.kinds.${row.kind}`);
  if (row.letter === null)
    return (
      <span className={`${classes.kind} ${struck}`} title={kind}>
        {kind}
      </span>
    );
  const name = t(`letters.${letterWord(row.letter.kind, row.claim)}`);
  const stand = t(`letters.stands.${standOf(row, isoDay(Date.now()))}`);
  const of = row.claim === null ? null : t("letters.claim", { claim: row.claim });
  return (
    <span className={classes.about} title={`${name}: ${stand}`}>
      <span className={`${classes.main} ${struck}`}>{name}</span>
      <span className={classes.sub}>{[stand, of].filter(Boolean).join(" · ")}</span>
    </span>
  );
}

/** What an entry is about, the most telling first: persons, address, form, account, bank, paper. */
function useAbout() {
  const { t } = useTranslation();
  return (row: Measure): string[] => {
    const names = row.persons.map((person) => person.name).join(", ");
    const stage = row.stage === null ? null : t(`measures.stages.${row.stage}`);
    const form = row.form === null ? null : t(`measures.forms.${row.form}`);
    const bank = bankName(row.bank);
    const to = row.letter === null ? null : addresseeOf(row, t("letters.centre"));
    const all = [names, to, row.address, row.article, stage, form, row.account];
    all.push(to === bank ? null : bank, row.paper);
    const said = [...all, row.note].filter((text): text is string => Boolean(text));
    return said.length === 0 ? [row.id] : said.slice(0, 3);
  };
}

/** Days until the measure ends; of money that was blocked only while some of it is not returned. */
export function DaysLeft({ row }: { row: Measure }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const settled = row.returned !== null && row.returned === row.amount;
  if (row.due === null || row.cancelled !== null || settled) return null;
  const left = Math.round((Date.parse(row.due) - Date.parse(isoDay(Date.now()))) / DAY);
  const inDays = () =>
    t("measures.daysLeft", { count: left, formatted: formatNumber(left, language) });
  // Today and the report count such a term in working days: days of the calendar would differ.
  const ahead = IN_WORKING_DAYS.has(row.kind) ? null : inDays();
  const words = left < 0 ? t("measures.ended") : left === 0 ? t("reports.due.today") : ahead;
  return (
    <span className={classes.about}>
      <span>{formatIsoDay(row.due, language)}</span>
      {words !== null && <span className={classes.sub}>{words}</span>}
    </span>
  );
}

/** What the filter holds in all, and what counts of it, kind by kind. */
export function RegisterTotals(props: {
  totals: z.output<typeof measureTotals> | null;
  shown: number;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { totals } = props;
  if (totals === null || totals.rows === 0) return null;
  const number = (value: number) => formatNumber(value, language);
  return (
    <div className={classes.totals} role="status">
      <span>{t("measures.shown", { shown: number(props.shown), all: number(totals.rows) })}</span>
      {totals.struck > 0 && (
        <span>{t("measures.struckOut", { formatted: number(totals.struck) })}</span>
      )}
      {totals.kinds.map(({ kind, items, sums }) => (
        <span key={kind} data-kind={kind}>
          {t(`measures.kinds.${kind}`)}: <strong>{number(items)}</strong>
          {sums.length > 0 && (
            <>
              {" · "}
              <Sums sums={sums} />
            </>
          )}
        </span>
      ))}
    </div>
  );
}
