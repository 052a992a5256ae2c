import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { User } from "../../../contract/users.ts";
import { useNotify } from "../../ui/use-notify.ts";
import classes from "./admin.module.css";
import { useEndAccess, useResetPassword, useSwitchUser, useTakeFactorAway } from "./queries.ts";

/** What an admin does with another person. */
export function UserActions({
  user: { login, disabled, secondFactor },
  onReset,
}: {
  user: User;
  onReset: (given: { login: string; password: string }) => void;
}) {
  const { t } = useTranslation();
  const notify = useNotify();
  const change = useSwitchUser();
  const reset = useResetPassword();
  const endAccess = useEndAccess();
  const takeAway = useTakeFactorAway();
  const telling = (words: string) => ({
    onError: notify.failed,
    onSuccess: () => notify.done(words),
  });
  return (
    <span className={classes.actions}>
      {secondFactor === "on" && (
        <Button
          size="compact-xs"
          title={t("admin.factor.takeAway", { login })}
          onClick={() => takeAway.mutate(login, telling(t("admin.factor.takenAway", { login })))}
        >
          {t("admin.factor.takeAwayShort")}
        </Button>
      )}
      <Button
        size="compact-xs"
        title={t("admin.signOutHint", { login })}
        onClick={() => endAccess.mutate(login, telling(t("admin.signedOut", { login })))}
      >
        {t("admin.signOut")}
      </Button>
      <Button
        size="compact-xs"
        onClick={() => reset.mutate(login, { onSuccess: onReset, onError: notify.failed })}
      >
        {t("admin.reset")}
      </Button>
      <Button
        size="compact-xs"
        onClick={() =>
          change.mutate(
            { login, disabled: !disabled },
            telling(t(disabled ? "admin.enabledDone" : "admin.disabledDone", { login })),
          )
        }
      >
        {disabled ? t("admin.enable") : t("admin.disable")}
      </Button>
    </span>
  );
}
