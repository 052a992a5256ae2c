import i18next from "i18next";
import { useTranslation } from "react-i18next";
import type { warnings } from "../../i18n/en/warnings.ts";

type Known = keyof typeof warnings;

function isKnown(code: string): code is Known {
  return i18next.exists(`warnings.${code}`);
}

/**
 * A warning in the reader's language by its code ("refused:…" for a row that would be refused),
 * else the server's own sentence.
 */
export function useWarningText(): (code: string, sentence: string) => string {
  const { t } = useTranslation();
  return (code, sentence) => {
    const key = code.replace(":", "-");
    return isKnown(key) ? t(`warnings.${key}`) : sentence;
  };
}
