import { TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { DateField } from "../../../ui/date-field.tsx";
import { beginsAt, endsAt, instantOf, typedClock } from "./clock.ts";
import classes from "./period-fields.module.css";

/** A period to the minute: its first and its last moment, each a day and a time of day. */
export function PeriodFields({
  since,
  until,
  onChange,
}: {
  since: number | null;
  until: number | null;
  onChange: (since: number | null, until: number | null) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={classes.fields}>
      <MomentField
        day={t("explore.time.since")}
        clock={t("explore.time.sinceClock")}
        value={since === null ? null : beginsAt(since)}
        empty="00:00"
        onChange={(at) => onChange(at, until)}
      />
      <MomentField
        day={t("explore.time.until")}
        clock={t("explore.time.untilClock")}
        value={until === null ? null : endsAt(until)}
        empty="24:00"
        onChange={(at) => onChange(since, at)}
      />
    </div>
  );
}

function MomentField({
  day,
  clock,
  value,
  empty,
  onChange,
}: {
  day: string;
  clock: string;
  value: { readonly day: string; readonly clock: string } | null;
  /** The time of day where none is typed. */
  empty: string;
  onChange: (at: number | null) => void;
}) {
  const { t } = useTranslation();
  const written = value?.clock ?? "";
  const [typed, setTyped] = useState(written);
  useEffect(() => setTyped(written), [written]);
  const wrong = typed.trim() !== "" && typedClock(typed) === null;
  const take = () => {
    if (wrong || value === null || typed === written) return;
    onChange(instantOf(value.day, typed.trim() === "" ? empty : typed));
  };
  return (
    <>
      <DateField
        label={day}
        value={value?.day ?? null}
        clearable
        onChange={(chosen) =>
          onChange(instantOf(chosen, wrong || typed.trim() === "" ? empty : typed))
        }
      />
      <TextInput
        size="xs"
        // In a window of its own the calendar must not open by itself.
        data-autofocus
        label={clock}
        placeholder={empty}
        value={typed}
        error={wrong ? t("explore.time.wrongClock") : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === "Enter") take();
        }}
      />
    </>
  );
}
