import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { saysSomething } from "../../contract/clean-text.ts";
import { formatNumber } from "../../contract/format/numbers.ts";
import { useLanguage } from "../i18n/use-language.ts";
import classes from "./confirm-all.module.css";

/** Described transfers that agree in everything with the data, confirmed for one reason. */
export function ConfirmAll({
  count,
  busy,
  onConfirm,
}: {
  count: number;
  busy: boolean;
  onConfirm: (reason: string) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [reason, setReason] = useState(t("reports.link.usualReason"));
  return (
    <div className={classes.line}>
      <TextInput
        size="xs"
        label={t("common.reason")}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button
        variant="filled"
        disabled={!saysSomething(reason)}
        loading={busy}
        onClick={() => onConfirm(reason.trim())}
      >
        {t("reports.link.sameAll", { count, formatted: formatNumber(count, language) })}
      </Button>
    </div>
  );
}
