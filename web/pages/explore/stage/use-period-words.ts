import { formatDateTime, formatPeriod } from "../../../../contract/format/dates.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { DAY } from "../../../ui/day.ts";
import { isMidnight } from "../money/clock.ts";

/** A period in the bar: days as days, anything finer with its times. */
export function usePeriodWords(): (
  since: number | null,
  until: number | null,
  whole: readonly [number, number],
) => string {
  const language = useLanguage();
  return (since, until, whole) => {
    const from = since ?? whole[0];
    const to = until ?? whole[1] + 1;
    const days = [since, until].every((end) => end === null || isMidnight(end));
    if (days && to - from >= DAY) return formatPeriod(from, to - 1, language);
    return `${formatDateTime(from, language)} – ${formatDateTime(to - 1, language)}`;
  };
}
