import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { useProblemText } from "./use-problem-text.ts";

const READING_TIME = 12_000;

/** A short word at the corner: something was done, or (in full, for longer) why it was not. */
export function useNotify(): { done: (message: string) => void; failed: (error: unknown) => void } {
  const words = useProblemText();
  const { t } = useTranslation();
  const closeButtonProps = { "aria-label": t("common.close") };
  return {
    done: (message) => notifications.show({ message, closeButtonProps }),
    failed: (error) => {
      const { text, remedy } = words(error);
      notifications.show({
        color: "red",
        closeButtonProps,
        autoClose: READING_TIME,
        message: `${text} ${remedy}`.trim(),
      });
    },
  };
}
