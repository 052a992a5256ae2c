import { useTranslation } from "react-i18next";

/** What the log and every change call a person who worked without a browser. */
const COMMAND_LINE = "command line";

/** The login of whoever did something; a command of the command line has no person's login. */
export function useActor(): (by: string) => string {
  const { t } = useTranslation();
  return (by) => (by === COMMAND_LINE ? t("common.commandLine") : by);
}
