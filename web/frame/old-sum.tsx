import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { refusedAs } from "../api/problem.ts";

/**
 * Asked once a letter was refused because it asks for more than it would today: the refusal names
 * both sums, and a person lets the letter leave with the old one.
 */
export function OldSum(props: {
  /** Why the letter was refused; null = it was not. */
  error: unknown;
  outdated: boolean;
  onOutdated: (outdated: boolean) => void;
}) {
  const { t } = useTranslation();
  const { error, outdated, onOutdated } = props;
  if (!outdated && !refusedAs(error, "letter-asks-for-more")) return null;
  return (
    <Checkbox
      size="xs"
      label={t("letters.outdated.one")}
      checked={outdated}
      onChange={(event) => onOutdated(event.currentTarget.checked)}
    />
  );
}
