import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./clusters.module.css";

/** A form under the head of a cluster: its title, its fields, what went wrong, cancel and submit. */
export function ClusterForm({
  title,
  submit,
  busy,
  error,
  onSubmit,
  onClose,
  children,
}: {
  title: string;
  /** The words of the button. */
  submit: string;
  busy: boolean;
  /** The fault of the last try; null = there was none. */
  error: unknown;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <form
      className={classes.form}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) onClose();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <div className={classes.formTitle}>{title}</div>
      {children}
      {error ? <ProblemNotice error={error} /> : null}
      <div className={classes.formActions}>
        <Button variant="subtle" onClick={onClose}>
          {t("common.cancel")}
        </Button>
        <Button type="submit" variant="filled" loading={busy}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
