import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** A number that another letter has is kept where a person says that it stands on both. */
export function OnBothLetters(props: { sending: boolean; onSave: () => void }) {
  const { t } = useTranslation();
  return (
    <Button mt={8} variant="default" loading={props.sending} onClick={props.onSave}>
      {t("steps.warn.both")}
    </Button>
  );
}
