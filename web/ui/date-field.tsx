import { DateInput } from "@mantine/dates";
import { IconCalendar } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { typedDay } from "../format/typed-day.ts";

/**
 * A day as ISO text ("2026-10-03"), shown with the month as a word: day and month cannot be
 * confused.
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
  return (
    <DateInput
      size="xs"
      {...(props.hideLabel
        ? { "aria-label": props.label, placeholder: props.label }
        : { label: props.label })}
      {...(props.field ? { "data-field": props.field } : {})}
      value={props.value}
      valueFormat="D MMM YYYY"
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
