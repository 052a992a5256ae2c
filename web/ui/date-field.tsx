import { DateInput } from "@mantine/dates";
import { IconCalendar } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { fieldDay } from "../../contract/format/dates.ts";
import { CONVENTIONS } from "../../contract/texts/conventions.ts";
import { typedDay } from "../format/typed-day.ts";
import { useLanguage } from "../i18n/use-language.ts";

/**
 * A day as ISO text ("2026-10-03"), shown as the language writes it, with the month as a word:
 * day and month cannot be confused.
 */
export function DateField(props: {
  label: string;
  value: string | null;
  onChange: (day: string | null) => void;
  min?: string | undefined;
  max?: string | undefined;
  error?: string | undefined;
  clearable?: boolean;
  hideLabel?: boolean;
  /** Name of the field for useFirstField. */
  field?: string;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <DateInput
      size="xs"
      {...(props.hideLabel
        ? { "aria-label": props.label, placeholder: props.label }
        : { label: props.label })}
      {...(props.field ? { "data-field": props.field } : {})}
      value={props.value}
      valueFormat={(day) => fieldDay(day, language)}
      monthLabelFormat={CONVENTIONS[language].calendarMonth}
      dateParser={typedDay}
      ariaLabels={t("common.calendar", { returnObjects: true })}
      leftSection={<IconCalendar size={15} aria-hidden />}
      onChange={props.onChange}
      clearable={props.clearable ?? false}
      clearButtonProps={{ "aria-label": t("common.clearField", { field: props.label }) }}
      {...(props.min ? { minDate: props.min } : {})}
      {...(props.max ? { maxDate: props.max } : {})}
      {...(props.error ? { error: props.error } : {})}
    />
  );
}
