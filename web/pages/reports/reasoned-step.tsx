import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { saysSomething } from "../../../contract/clean-text.ts";
import { useFirstField } from "../../ui/use-first-field.ts";
import classes from "./reports.module.css";

/** A step that needs a written reason; `folded`: the field is asked for by a first click. */
export function ReasonedStep({
  label,
  step,
  busy,
  folded = false,
  onStep,
}: {
  label: string;
  step: string;
  busy: boolean;
  folded?: boolean;
  onStep: (reason: string) => void;
}) {
  const [open, setOpen] = useState(!folded);
  const [reason, setReason] = useState("");
  const opened = useFirstField("first");
  if (!open)
    return (
      <Button size="compact-xs" onClick={() => setOpen(true)}>
        {step}
      </Button>
    );
  return (
    <form
      ref={folded ? opened : undefined}
      className={classes.actions}
      onSubmit={(event) => {
        event.preventDefault();
        if (saysSomething(reason)) onStep(reason.trim());
      }}
    >
      <TextInput
        size="xs"
        label={label}
        maxLength={2000}
        data-field="first"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" size="compact-xs" disabled={!saysSomething(reason)} loading={busy}>
        {step}
      </Button>
    </form>
  );
}
