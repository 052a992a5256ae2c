import i18next from "i18next";
import { useTranslation } from "react-i18next";
import type { load } from "../../i18n/en/load.ts";

type Known = keyof (typeof load)["meanings"];

function isKnown(meaning: string): meaning is Known {
  return i18next.exists(`load.meanings.${meaning}`);
}

/**
 * The meaning of a column, in words; a meaning this page does not know yet stays as the server
 * calls it.
 */
export function useMeaningName(): (meaning: string) => string {
  const { t } = useTranslation();
  return (meaning) => (isKnown(meaning) ? t(`load.meanings.${meaning}`) : meaning);
}
