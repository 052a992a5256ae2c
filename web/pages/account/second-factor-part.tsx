import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  useFactorDone,
  useNewRecoveryCodes,
  useSecondFactor,
  useTurnFactorOff,
} from "../../data/second-factor.ts";
import { CodeField, RecoveryCodes, SecondFactorSetup } from "../../frame/second-factor-setup.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Card, Section } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useNotify } from "../../ui/use-notify.ts";
import classes from "./account.module.css";

/** The second factor: off and set up here, or on with what can be done with it. */
export function SecondFactorPart() {
  const { t } = useTranslation();
  const query = useSecondFactor();
  const done = useFactorDone();
  const notify = useNotify();
  const [settingUp, setSettingUp] = useState(false);
  const state = query.data?.state;
  return (
    <Card padded={false}>
      <Section
        title={t("account.factor.title")}
        note={state === "on" ? t("account.factor.on") : t("account.factor.off")}
      >
        {query.isPending && <LoadingRows rows={1} />}
        {query.isError && <ProblemNotice error={query.error} />}
        {settingUp && (
          <SecondFactorSetup
            onDone={() => {
              setSettingUp(false);
              done();
              notify.done(t("account.factor.turnedOn"));
            }}
          />
        )}
        {!settingUp && state !== undefined && state !== "on" && (
          <div className={classes.part}>
            <p className={classes.note}>{t("account.factor.why")}</p>
            <Button variant="filled" onClick={() => setSettingUp(true)}>
              {t("account.factor.setUp")}
            </Button>
          </div>
        )}
        {!settingUp && state === "on" && <FactorIsOn codesLeft={query.data?.codesLeft ?? 0} />}
      </Section>
    </Card>
  );
}

/** New recovery codes, or the factor off: both need a code. */
function FactorIsOn({ codesLeft }: { codesLeft: number }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const renew = useNewRecoveryCodes();
  const turnOff = useTurnFactorOff();
  const [code, setCode] = useState("");
  const error = renew.error ?? turnOff.error;
  if (renew.data) return <RecoveryCodes codes={renew.data.codes} onDone={renew.reset} />;
  return (
    <form
      className={classes.part}
      onSubmit={(event) => {
        event.preventDefault();
        turnOff.reset();
        renew.mutate(code, { onSuccess: () => setCode("") });
      }}
    >
      <p className={classes.note}>{t("account.factor.left", { count: codesLeft })}</p>
      <CodeField value={code} onChange={setCode} recovery />
      {error !== null && <ProblemNotice error={error} />}
      <div className={classes.row}>
        <Button type="submit" loading={renew.isPending}>
          {t("account.factor.newCodes")}
        </Button>
        <Button
          loading={turnOff.isPending}
          disabled={code.trim().length < 6}
          onClick={() => {
            renew.reset();
            turnOff.mutate(code, {
              onSuccess: () => notify.done(t("account.factor.turnedOff")),
            });
          }}
        >
          {t("account.factor.turnOff")}
        </Button>
      </div>
    </form>
  );
}
