import { Button, NumberInput, PasswordInput, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LONGEST_TOKEN_DAYS, type TokenScope, tokenScope } from "../../../contract/sign-ins.ts";
import { useCreateToken } from "../../data/sign-ins.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./account.module.css";

const USUAL_DAYS = 90;

/**
 * A new token: for which script, what it may do, how long; the password says that it is oneself.
 */
export function TokenForm({
  onMade,
  onCancel,
}: {
  onMade: (token: string) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const create = useCreateToken();
  const [script, setScript] = useState("");
  const [scope, setScope] = useState<TokenScope>("read");
  const [days, setDays] = useState(USUAL_DAYS);
  const [password, setPassword] = useState("");
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate(
          { script, scope, days, password },
          { onSuccess: ({ token }) => onMade(token) },
        );
      }}
    >
      <TextInput
        label={t("account.tokens.script")}
        description={t("account.tokens.scriptHint")}
        required
        withAsterisk={false}
        autoFocus
        maxLength={60}
        value={script}
        onChange={(event) => setScript(event.currentTarget.value)}
      />
      <Select
        label={t("account.tokens.scope")}
        value={scope}
        data={tokenScope.options.map((value) => ({
          value,
          label: t(`account.tokens.scopes.${value}`),
        }))}
        onChange={(value) => setScope(tokenScope.catch("read").parse(value))}
      />
      <NumberInput
        label={t("account.tokens.days")}
        min={1}
        max={LONGEST_TOKEN_DAYS}
        allowDecimal={false}
        value={days}
        onChange={(value) => setDays(Number(value) || 1)}
      />
      <PasswordInput
        label={t("account.factor.password")}
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {create.isError && <ProblemNotice error={create.error} />}
      <div className={classes.row}>
        <Button type="submit" variant="filled" loading={create.isPending}>
          {t("account.tokens.create")}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {t("common.cancel")}
        </Button>
      </div>
    </form>
  );
}
