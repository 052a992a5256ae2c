import { Button } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { formatMoney } from "../../../../contract/format/money.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { Sums } from "../../../ui/money.tsx";
import { selecting } from "../scene/scene.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import shared from "../shared.module.css";
import type { RhythmRow } from "../stage/use-money.ts";
import { usePeriodWords } from "../stage/use-period-words.ts";
import { PeriodFields } from "./period-fields.tsx";
import classes from "./periods-panel.module.css";
import { type PeriodFigures, periodBefore, twoPeriods } from "./two-periods.ts";

/** Accounts listed with their difference; the rest is said as a number. */
const LISTED = 12;

/** The chosen time beside another one: figures of both, and whose money differs most. */
export function PeriodsPanel({
  control,
  rows,
  span,
  currency,
  nameOf,
}: {
  control: SceneControl;
  /** Every transfer of the picture before the time filter. */
  rows: readonly RhythmRow[];
  span: readonly [number, number];
  currency: string;
  nameOf: (account: string) => string;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = usePeriodWords();
  const { scene, change } = control;
  const one = useMemo(
    () => [scene.since ?? span[0], scene.until ?? span[1] + 1] as const,
    [scene.since, scene.until, span],
  );
  const two = useMemo(() => scene.against ?? periodBefore(one), [scene.against, one]);
  const found = useMemo(() => twoPeriods(rows, one, two, currency), [rows, one, two, currency]);
  const number = (value: number) => formatNumber(value, language);
  const lines: readonly [string, (figures: PeriodFigures) => React.ReactNode][] = [
    [t("explore.periods.transfers"), (figures) => number(figures.count)],
    [t("common.amount"), (figures) => <Sums sums={figures.sums} />],
    [t("explore.periods.accounts"), (figures) => number(figures.accounts)],
    [t("explore.periods.only"), (figures) => number(figures.only)],
  ];
  return (
    <div className={classes.place} data-testid="two-periods">
      <div className={classes.other}>
        <PeriodFields
          since={two[0]}
          until={two[1]}
          onChange={(since, until) => {
            if (since !== null && until !== null && since < until)
              change({ against: [since, until] });
          }}
        />
        <Button fullWidth mt={6} size="compact-xs" onClick={() => change({ against: null })}>
          {t("explore.periods.before")}
        </Button>
      </div>
      <table className={classes.figures}>
        <thead>
          <tr>
            <td />
            <th scope="col">{words(one[0], one[1], one)}</th>
            <th scope="col">{words(two[0], two[1], two)}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([name, of]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{of(found.one)}</td>
              <td>{of(found.two)}</td>
            </tr>
          ))}
          {found.changes.slice(0, LISTED).map(({ account, one: now, two: then }) => (
            <tr key={account}>
              <th scope="row">
                <button
                  type="button"
                  className={shared.linkButton}
                  onClick={() => change((all) => selecting(all, account, false))}
                >
                  {nameOf(account)}
                </button>
              </th>
              <td>{formatMoney(now, currency, language)}</td>
              <td>{formatMoney(then, currency, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.changes.length > LISTED && (
        <p className={shared.soft}>
          {t("explore.periods.rest", {
            count: found.changes.length - LISTED,
            formatted: number(found.changes.length - LISTED),
          })}
        </p>
      )}
    </div>
  );
}
