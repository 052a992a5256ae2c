import { Button, PasswordInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useChangePassword } from "../../data/session.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useNotify } from "../../ui/use-notify.ts";
import classes from "./sign-in.module.css";

const SHORTEST = 12;

/**
 * `forced`: the present password was given by somebody else and must be replaced before the rest
 * opens.
 */
export function ChangePasswordForm({ forced, back }: { forced: boolean; back: string }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const navigate = useNavigate();
  const change = useChangePassword();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const [tried, setTried] = useState(false);
  const short = next.length < SHORTEST;
  const differs = next !== again;
  return (
    <form
      className={classes.card}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (short || differs) return;
        change.mutate(
          { current, next },
          {
            onSuccess: () => {
              notify.done(t("signIn.change.done"));
              void navigate(back, { replace: true });
            },
          },
        );
      }}
    >
      <h1 className={classes.title}>{t("signIn.change.title")}</h1>
      {forced && <p className={classes.note}>{t("signIn.change.lead")}</p>}
      <PasswordInput
        label={t("signIn.change.current")}
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <PasswordInput
        label={t("signIn.change.next")}
        description={t("signIn.change.rule")}
        autoComplete="new-password"
        required
        withAsterisk={false}
        value={next}
        onChange={(event) => setNext(event.currentTarget.value)}
        error={tried && short ? t("signIn.change.short") : undefined}
      />
      <PasswordInput
        label={t("signIn.change.again")}
        autoComplete="new-password"
        required
        withAsterisk={false}
        value={again}
        onChange={(event) => setAgain(event.currentTarget.value)}
        error={tried && !short && differs ? t("signIn.change.differ") : undefined}
      />
      {change.isError && <ProblemNotice error={change.error} />}
      <Button type="submit" size="sm" variant="filled" loading={change.isPending}>
        {t("signIn.change.submit")}
      </Button>
    </form>
  );
}
