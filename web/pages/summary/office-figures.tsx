import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { formatNumber } from "../../../contract/format/numbers.ts";
import {
  type FigureAmounts,
  type FigureId,
  type Figure as FigureOf,
  MONEY_FIGURES,
  type SummaryPeriod,
} from "../../../contract/measures-summary.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Sums } from "../../ui/money.tsx";
import { Figure, Figures } from "../../ui/panel.tsx";

/** Shown also where they are zero: an office always reports them. */
const ALWAYS: ReadonlySet<FigureId> = new Set([
  ...(["claimed", "recovered", "suits", "demands", "droppers", "blocked", "returned"] as const),
  ...(["loans", "sites", "facts"] as const),
]);

/** The figures as tiles; each opens to its records. */
export function OfficeFigures(props: { figures: readonly FigureOf[]; period: SummaryPeriod }) {
  const { t } = useTranslation();
  return (
    <Figures>
      {shownFigures(props.figures).map(({ id, before, ...now }) => (
        <Figure
          key={id}
          label={t(`figures.${id}`)}
          value={
            <Link to={recordsAddress(id, props.period)}>
              <FigureValue id={id} amounts={now} />
            </Link>
          }
          hint={<Hint id={id} now={now} before={before} />}
        />
      ))}
    </Figures>
  );
}

/** Those that an office always reports, and those of which there is something to tell. */
export function shownFigures(figures: readonly FigureOf[]): FigureOf[] {
  return figures.filter(
    ({ id, count, before }) => ALWAYS.has(id) || count > 0 || (before?.count ?? 0) > 0,
  );
}

/** Where the records of a figure are. */
function recordsAddress(id: FigureId, period: SummaryPeriod): string {
  const query = new URLSearchParams(
    Object.entries(period).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  return `/summary/${id}${query.size === 0 ? "" : `?${query}`}`;
}

/** A sum of money or how many, as the figure has it. */
export function FigureValue({ id, amounts }: { id: FigureId; amounts: FigureAmounts }) {
  const language = useLanguage();
  return isMoney(id) ? <Sums sums={amounts.sums} short /> : formatNumber(amounts.count, language);
}

/** Above the records: the figure itself. */
export function OfficeFigureTotal({ figure }: { figure: FigureAmounts }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { count, sums } = figure;
  return (
    <span role="status">
      {t("measures.summary.number", { number: formatNumber(count, language) })}
      {sums.length > 0 && (
        <>
          {" · "}
          <Sums sums={sums} />
        </>
      )}
    </span>
  );
}

/** Of suits the number comes first: an office says "162 suits". */
function isMoney(id: FigureId): boolean {
  return MONEY_FIGURES.has(id) && id !== "suits";
}

/** Below the figure: how many or how much, and what it was before. */
function Hint(props: { id: FigureId; now: FigureAmounts; before: FigureAmounts | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id, now, before } = props;
  const count = formatNumber(now.count, language);
  const second = isMoney(id)
    ? now.count > 0 && t("measures.summary.number", { number: count })
    : MONEY_FIGURES.has(id) && now.sums.length > 0 && <Sums sums={now.sums} short />;
  return (
    <>
      {second}
      {before !== null && (
        <div>
          {t("measures.summary.before")} <FigureValue id={id} amounts={before} />
        </div>
      )}
    </>
  );
}
