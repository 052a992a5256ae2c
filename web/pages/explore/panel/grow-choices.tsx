import { IconArrowsShuffle, IconLogin2, IconLogout2, IconUsersGroup } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import type { Reached } from "../../../../contract/growing.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import type { Side } from "../scene/steps.ts";

const ICONS = {
  in: IconLogin2,
  out: IconLogout2,
  both: IconArrowsShuffle,
  common: IconUsersGroup,
} as const;

/** One way of growing: in words, and how many accounts a click brings. */
export interface GrowChoice {
  readonly side: Side;
  readonly label: string;
  /** "12", or "40 of 178" where a click brings the largest only. */
  readonly count: string;
  /** Nothing would come. */
  readonly empty: boolean;
  readonly Pictogram: (typeof ICONS)[Side];
}

/** The ways of growing that the server has counted; null = awaited. */
export function useGrowChoices(): (
  reach: { readonly [side in Side]: Reached | null } | undefined,
  most: number,
) => readonly GrowChoice[] | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  return (reach, most) => {
    if (reach === undefined) return null;
    return (["in", "out", "both", "common"] as const).flatMap((side) => {
      const reached = reach[side];
      if (reached === null) return [];
      const { fresh } = reached;
      const count =
        fresh > most
          ? t("explore.grow.largest", { most: number(most), formatted: number(fresh) })
          : number(fresh);
      const label = t(`explore.grow.${side}`);
      return [{ side, label, count, empty: fresh === 0, Pictogram: ICONS[side] }];
    });
  };
}
