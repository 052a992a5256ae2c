import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isProblem } from "../../api/problem.ts";
import { useBeginProvider, useProvider, useSignIn } from "../../data/session.ts";
import { CodeField } from "../../frame/second-factor-setup.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./sign-in.module.css";

/** The code as the form asks for it after a refusal; null = it is not asked. */
function codeAfter(error: unknown, code: string | null): string | null {
  const refusal = isProblem(error) ? error.code : "";
  if (refusal === "code-needed" || refusal === "wrong-code") return "";
  // Another login or password: whether it needs a code is not known.
  return refusal === "wrong-password" ? null : code;
}

/** `back`: the address to go to once signed in. */
export function SignInForm({ back }: { back: string }) {
  const { t } = useTranslation();
  const signIn = useSignIn();
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState<string | null>(null);
  return (
    <form
      className={classes.card}
      onSubmit={(event) => {
        event.preventDefault();
        const asked = code === null ? {} : { code };
        signIn.mutate(
          { login: login.trim(), password, ...asked },
          { onError: (error) => setCode(codeAfter(error, code)) },
        );
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
      {code !== null && <CodeField value={code} onChange={setCode} recovery />}
      {signIn.isError && <ProblemNotice error={signIn.error} />}
      <Button type="submit" size="sm" variant="filled" loading={signIn.isPending}>
        {t("signIn.submit")}
      </Button>
      <ProviderButton back={back} />
    </form>
  );
}

/** Through the office's own provider, where one is set. */
function ProviderButton({ back }: { back: string }) {
  const { t } = useTranslation();
  const name = useProvider();
  const begin = useBeginProvider();
  if (name === null) return null;
  return (
    <>
      <Button
        size="sm"
        loading={begin.isPending || begin.isSuccess}
        onClick={() => begin.mutate(back)}
      >
        {t("signIn.provider.begin", { name })}
      </Button>
      {begin.isError && <ProblemNotice error={begin.error} />}
    </>
  );
}
