import { ActionIcon, Button, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
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
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size="sm" aria-label={t("admin.more", { login })}>
            <IconDots size={15} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            onClick={() => endAccess.mutate(login, telling(t("admin.signedOut", { login })))}
          >
            {t("admin.signOut")}
          </Menu.Item>
          {secondFactor === "on" && (
            <Menu.Item
              onClick={() =>
                takeAway.mutate(login, telling(t("admin.factor.takenAway", { login })))
              }
            >
              {t("admin.factor.takeAway")}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </span>
  );
}
