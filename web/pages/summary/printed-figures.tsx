import { useTranslation } from "react-i18next";
import { formatIsoDay, isoDay } from "../../../contract/format/dates.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import {
  type Figure,
  type FigureAmounts,
  MONEY_FIGURES,
} from "../../../contract/measures-summary.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Sums } from "../../ui/money.tsx";
import { shownFigures } from "./office-figures.tsx";
import classes from "./summary.module.css";

/** The head of the figures on paper: whose they are, and of which day. */
export function PrintedHead(props: { office: string | null; district: string | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className={classes.printed}>
      {props.office !== null && <div>{props.office}</div>}
      {props.district !== undefined && (
        <div>
          {t("measures.summary.district")}: {props.district}
        </div>
      )}
      <div>{t("measures.summary.asOf", { day: formatIsoDay(isoDay(Date.now()), language) })}</div>
    </div>
  );
}

/** The figures on paper, where no tooltip gives the exact sums. */
export function PrintedFigures({ figures }: { figures: readonly Figure[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const shown = shownFigures(figures);
  const hasBefore = shown.some(({ before }) => before !== null);
  const cells = (id: Figure["id"], { count, sums }: FigureAmounts) => (
    <>
      <td>{formatNumber(count, language)}</td>
      <td>{MONEY_FIGURES.has(id) && sums.length > 0 && <Sums sums={sums} />}</td>
    </>
  );
  const heads = (
    <>
      <th>{t("measures.fields.count")}</th>
      <th>{t("measures.fields.amount")}</th>
    </>
  );
  return (
    <table className={classes.printed}>
      <thead>
        {hasBefore && (
          <tr>
            <th />
            <th colSpan={2}>{t("measures.summary.now")}</th>
            <th colSpan={2}>{t("measures.summary.earlier")}</th>
          </tr>
        )}
        <tr>
          <th />
          {heads}
          {hasBefore && heads}
        </tr>
      </thead>
      <tbody>
        {shown.map(({ id, before, ...now }) => (
          <tr key={id}>
            <th scope="row">{t(`figures.${id}`)}</th>
            {cells(id, now)}
            {before !== null && cells(id, before)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
