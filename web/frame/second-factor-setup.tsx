import { Button, CopyButton, PasswordInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useBeginFactor, useTurnFactorOn } from "../data/second-factor.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { QrCode } from "./qr-code.tsx";
import classes from "./second-factor.module.css";

/**
 * Sets a second factor up: the password, the secret for the app, a first code, and the recovery
 * codes, which the person puts away. `onDone` follows the last step.
 */
export function SecondFactorSetup({ onDone }: { onDone: () => void }) {
  const begin = useBeginFactor();
  const turnOn = useTurnFactorOn();
  if (turnOn.data) return <RecoveryCodes codes={turnOn.data.codes} onDone={onDone} />;
  if (begin.data) return <FirstCode given={begin.data} turnOn={turnOn} />;
  return <Password begin={begin} />;
}

function Password({ begin }: { begin: ReturnType<typeof useBeginFactor> }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState("");
  return (
    <form
      className={classes.steps}
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate(password);
      }}
    >
      <p className={classes.note}>{t("account.factor.lead")}</p>
      <PasswordInput
        className={classes.field ?? ""}
        label={t("account.factor.password")}
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {begin.isError && <ProblemNotice error={begin.error} />}
      <Button type="submit" variant="filled" loading={begin.isPending}>
        {t("account.factor.begin")}
      </Button>
    </form>
  );
}

function FirstCode({
  given,
  turnOn,
}: {
  given: { readonly secret: string; readonly address: string };
  turnOn: ReturnType<typeof useTurnFactorOn>;
}) {
  const { t } = useTranslation();
  const [code, setCode] = useState("");
  return (
    <form
      className={classes.steps}
      onSubmit={(event) => {
        event.preventDefault();
        turnOn.mutate(code);
      }}
    >
      <p className={classes.note}>{t("account.factor.scan")}</p>
      <QrCode text={given.address} label={t("account.factor.qr")} />
      <p className={classes.note}>{t("account.factor.type")}</p>
      <code className={classes.secret}>{given.secret.match(/.{1,4}/g)?.join(" ")}</code>
      <CodeField value={code} onChange={setCode} />
      {turnOn.isError && <ProblemNotice error={turnOn.error} />}
      <Button type="submit" variant="filled" loading={turnOn.isPending}>
        {t("account.factor.turnOn")}
      </Button>
    </form>
  );
}

/** A code of the app, or a recovery code. */
export function CodeField({
  value,
  onChange,
  recovery = false,
}: {
  value: string;
  onChange: (value: string) => void;
  /** A recovery code does as well. */
  recovery?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <TextInput
      className={classes.field ?? ""}
      label={t("account.factor.code")}
      description={recovery ? t("account.factor.orRecovery") : undefined}
      autoComplete="one-time-code"
      autoFocus
      required
      withAsterisk={false}
      minLength={6}
      maxLength={40}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** Shown once: the server keeps only their hashes. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.steps} role="status">
      <p className={classes.note}>{t("account.factor.codes")}</p>
      <ul className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={classes.row}>
        <CopyButton value={codes.join("\n")}>
          {({ copied, copy }) => (
            <Button onClick={copy}>{copied ? t("common.copied") : t("common.copy")}</Button>
          )}
        </CopyButton>
        <Button variant="filled" onClick={onDone}>
          {t("account.factor.kept")}
        </Button>
      </div>
    </div>
  );
}
