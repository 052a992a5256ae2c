import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { isProblem } from "../../api/problem.ts";
import { useFinishProvider } from "../../data/session.ts";
import { CodeField } from "../../frame/second-factor-setup.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./sign-in.module.css";

/**
 * The provider sent the browser back: its answer signs the person in, after a code where a second
 * factor is on.
 */
export function ProviderBack() {
  const { t } = useTranslation();
  const { search } = useLocation();
  const finish = useFinishProvider();
  const [code, setCode] = useState("");
  const sent = useRef(false);
  const { mutate } = finish;
  useEffect(() => {
    // The answer counts once, also where React mounts twice.
    if (sent.current) return;
    sent.current = true;
    mutate({ answer: search });
  }, [mutate, search]);
  const refusal = isProblem(finish.error) ? finish.error.code : "";
  const asksCode = refusal === "code-needed" || refusal === "wrong-code";
  return (
    <form
      className={classes.card}
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ answer: search, code });
      }}
    >
      <h1 className={classes.title}>{t("signIn.title")}</h1>
      {!finish.isError && <p className={classes.note}>{t("signIn.provider.waiting")}</p>}
      {finish.isError && <ProblemNotice error={finish.error} />}
      {asksCode && (
        <>
          <CodeField value={code} onChange={setCode} recovery />
          <Button type="submit" size="sm" variant="filled" loading={finish.isPending}>
            {t("signIn.submit")}
          </Button>
        </>
      )}
      {finish.isError && (
        <Button component={Link} to="/sign-in" size="sm" variant="subtle">
          {t("signIn.provider.again")}
        </Button>
      )}
    </form>
  );
}
