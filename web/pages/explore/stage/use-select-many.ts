import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useNotify } from "../../../ui/use-notify.ts";
import { MOST_SELECTED, selectingNothing } from "../scene/scene.ts";
import type { SceneControl } from "../scene/use-scene.ts";

/**
 * Selects many accounts at once, given by money, the largest first. More than the address can hold
 * are cut, and the page says so.
 */
export function useSelectMany({ scene, change }: SceneControl) {
  const { t } = useTranslation();
  const language = useLanguage();
  const notify = useNotify();
  return (accounts: readonly string[], together: boolean) => {
    const all = [...new Set([...(together ? scene.select : []), ...accounts])];
    if (all.length > MOST_SELECTED)
      notify.done(
        t("explore.lasso.most", {
          count: all.length,
          formatted: formatNumber(all.length, language),
          most: formatNumber(MOST_SELECTED, language),
        }),
      );
    if (all.length > 0) change({ ...selectingNothing(), select: all.slice(0, MOST_SELECTED) });
  };
}
