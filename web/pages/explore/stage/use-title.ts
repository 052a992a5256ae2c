import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import type { Scene } from "../scene/scene.ts";

/** The title of the picture: the cluster, report or account it began with, or how many accounts. */
export function useTitle(
  scene: Scene,
  opened: { readonly rank: number } | undefined,
  nameOf: (account: string) => string,
): string {
  const { t } = useTranslation();
  const language = useLanguage();
  if (scene.cluster !== null)
    return opened ? t("clusters.name", { rank: opened.rank }) : t("explore.facts.cluster");
  if (scene.report !== null) return t("explore.facts.report", { id: scene.report });
  const [only, ...others] = scene.accounts;
  if (only !== undefined && others.length === 0) return nameOf(only);
  return t("common.accounts", {
    count: scene.accounts.length,
    formatted: formatNumber(scene.accounts.length, language),
  });
}
