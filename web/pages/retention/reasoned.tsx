import { Button, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { saysSomething } from "../../../contract/clean-text.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./retention.module.css";

/** A form of a few fields and a reason, for something that is done only with one. */
export function Reasoned({
  submit,
  label,
  ready = true,
  pending,
  error,
  onSubmit,
  children,
}: {
  submit: string;
  /** The button's name where several of the same words stand on the page. */
  label?: string;
  /** The other fields are filled in. */
  ready?: boolean;
  pending: boolean;
  error: unknown;
  /** `done` empties the reason. */
  onSubmit: (reason: string, done: () => void) => void;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(reason, () => setReason(""));
      }}
    >
      <div className={classes.fields}>
        {children}
        <TextInput
          size="xs"
          className={classes.reason ?? ""}
          label={t("retention.reason")}
          maxLength={300}
          required
          withAsterisk={false}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button
          type="submit"
          loading={pending}
          disabled={!ready || !saysSomething(reason)}
          {...(label === undefined ? {} : { "aria-label": label })}
        >
          {submit}
        </Button>
      </div>
      {error ? <ProblemNotice error={error} /> : null}
    </form>
  );
}
