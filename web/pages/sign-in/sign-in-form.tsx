import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSignIn } from "../../data/session.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./sign-in.module.css";

export function SignInForm() {
  const { t } = useTranslation();
  const signIn = useSignIn();
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  return (
    <form
      className={classes.card}
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate({ login: login.trim(), password });
      }}
    >
      <h1 className={classes.title}>{t("signIn.title")}</h1>
      <TextInput
        size="sm"
        label={t("signIn.login")}
        autoComplete="username"
        autoFocus
        required
        withAsterisk={false}
        value={login}
        onChange={(event) => setLogin(event.currentTarget.value)}
      />
      <PasswordInput
        label={t("signIn.password")}
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {signIn.isError && <ProblemNotice error={signIn.error} />}
      <Button type="submit" size="sm" variant="filled" loading={signIn.isPending}>
        {t("signIn.submit")}
      </Button>
    </form>
  );
}
