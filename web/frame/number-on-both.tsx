import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { refusedAs } from "../api/problem.ts";

/** Asked once a number was refused because another letter has it: a person keeps it on both. */
export function NumberOnBoth(props: {
  /** Why the letter was refused; null = it was not. */
  error: unknown;
  again: boolean;
  onAgain: (again: boolean) => void;
}) {
  const { t } = useTranslation();
  const { error, again, onAgain } = props;
  if (!again && !refusedAs(error, "letter-number-taken")) return null;
  return (
    <Checkbox
      size="xs"
      label={t("letters.again")}
      checked={again}
      onChange={(event) => onAgain(event.currentTarget.checked)}
    />
  );
}
