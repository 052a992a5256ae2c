import i18next from "i18next";
import { useTranslation } from "react-i18next";
import type { load } from "../../i18n/en/load.ts";

type Known = keyof (typeof load)["formats"];

function isKnown(format: string): format is Known {
  return i18next.exists(`load.formats.${format}`);
}

/** The format in words; one this page does not know yet stays as the server calls it. */
export function FormatName({ format }: { format: string }) {
  const { t } = useTranslation();
  return <>{isKnown(format) ? t(`load.formats.${format}`) : format}</>;
}
