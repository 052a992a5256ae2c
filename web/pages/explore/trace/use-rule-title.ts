import { useTranslation } from "react-i18next";
import type { Method } from "../../../data/trace-address.ts";
import { asTitle } from "../../../format/titles.ts";
import { useLanguage } from "../../../i18n/use-language.ts";

/** Names of the tracing rules as they stand alone: "Pro rata". */
export function useRuleTitle(): (method: Method) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return (method) => asTitle(t(`rules.${method}`), language);
}
