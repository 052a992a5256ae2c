import { Button } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { formatAccount } from "../../../contract/format/accounts.ts";
import { formatMoment } from "../../../contract/format/dates.ts";
import { formatMoney } from "../../../contract/format/money.ts";
import type { FoundValue } from "../../../contract/found-values.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { type FieldName, targetsOf } from "./form-state.ts";
import classes from "./reports.module.css";

/** Everything that the text says, each value one click from a field it may stand in. */
export function FoundValues({
  found,
  onPut,
}: {
  found: readonly FoundValue[];
  onPut: (value: FoundValue, field: FieldName) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const shown = (one: FoundValue) => {
    if (one.kind === "amount") return formatMoney(one.value, one.currency ?? "KZT", language);
    if (one.kind === "account") return formatAccount(one.value);
    if (one.kind !== "time") return one.value;
    const at = Number(one.value);
    return formatMoment({ at, dayOnly: one.dayOnly }, language, true);
  };
  return (
    <ul className={classes.found} aria-label={t("reports.found.title")}>
      {found.map((one) => (
        <li
          key={`${one.kind} ${one.value} ${one.beside ?? ""} ${one.sentences[0]}`}
          className={classes.foundLine}
          data-kind={one.kind}
        >
          <span className={classes.foundValue}>{shown(one)}</span>
          <span className={classes.quiet}>
            {one.doubtful && `${t("reports.found.doubtful")} · `}
            {one.beside === null
              ? one.party === null
                ? t(`reports.found.kinds.${one.kind}`)
                : t(`reports.found.parties.${one.party}`)
              : t(`reports.found.beside.${one.beside}`)}
          </span>
          {targetsOf(one).map((field) => (
            <Button
              key={field}
              size="compact-xs"
              variant="default"
              leftSection={<IconArrowRight size={12} aria-hidden />}
              onClick={() => onPut(one, field)}
            >
              {t(`reports.fields.${(field === "day" ? "clock" : field) as "amount"}`)}
            </Button>
          ))}
        </li>
      ))}
    </ul>
  );
}
