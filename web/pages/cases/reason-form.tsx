import { Button, Textarea, type TextareaProps } from "@mantine/core";
import type { ReactNode } from "react";
import { saysSomething } from "../../../contract/clean-text.ts";
import classes from "./cases.module.css";

type FieldWords = Pick<
  TextareaProps,
  "label" | "description" | "placeholder" | "required" | "autoFocus"
>;

/** Where a reason is written: one line that grows. Enter sends it, Shift+Enter begins a line. */
export function ReasonField({
  reason,
  onReason,
  ...words
}: { reason: string; onReason: (reason: string) => void } & FieldWords) {
  return (
    <Textarea
      {...words}
      withAsterisk={false}
      autosize
      minRows={1}
      maxRows={5}
      maxLength={2000}
      value={reason}
      onChange={(event) => onReason(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.currentTarget.form?.requestSubmit();
      }}
    />
  );
}

/** A step that needs its reason in words: nothing is sent without one. */
export function ReasonForm({
  reason,
  onReason,
  onSubmit,
  submit,
  sending,
  children,
  ...field
}: {
  reason: string;
  onReason: (reason: string) => void;
  /** Called with the words, without blanks around them. */
  onSubmit: (reason: string) => void;
  /** The words on the button. */
  submit: string;
  sending: boolean;
  /** Below the button: what went wrong. */
  children?: ReactNode;
} & FieldWords) {
  const words = reason.trim();
  const said = saysSomething(words);
  return (
    <form
      className={classes.moveForm}
      onSubmit={(event) => {
        event.preventDefault();
        if (said) onSubmit(words);
      }}
    >
      <ReasonField {...field} reason={reason} onReason={onReason} />
      <Button type="submit" variant="filled" disabled={!said} loading={sending}>
        {submit}
      </Button>
      {children}
    </form>
  );
}
