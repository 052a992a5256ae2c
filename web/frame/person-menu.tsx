import { Avatar, Menu, UnstyledButton } from "@mantine/core";
import { IconKey, IconKeyboard, IconLogout, IconRoute, IconShieldLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useIsDemo, useSession, useSignOut } from "../data/session.ts";
import { showShortcuts } from "./shortcuts.tsx";
import { useStartTour } from "./tour.tsx";

function initials(name: string): string {
  const letters = name.split(/\s+/).map((word) => word.charAt(0));
  return letters.slice(0, 2).join("").toLocaleUpperCase();
}

/** The signed-in person with the role; password and signing out. */
export function PersonMenu() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { person } = useSession();
  const signOut = useSignOut();
  const demo = useIsDemo();
  const startTour = useStartTour();
  if (!person) return null;
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton data-tour="person">
          <span className="dg-hidden">{t("frame.person.menu", { name: person.name })}</span>
          <Avatar aria-hidden size={28} radius="xl" color="ink" variant="default" fz={11} fw={640}>
            {initials(person.name)}
          </Avatar>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {person.name} · {t(`frame.person.roles.${person.role}`)}
        </Menu.Label>
        <Menu.Item
          leftSection={<IconShieldLock size={15} />}
          onClick={() => void navigate("/account")}
        >
          {t("frame.person.account")}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconKey size={15} />}
          onClick={() => void navigate("/sign-in?change=1")}
        >
          {t("frame.person.changePassword")}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={15} />} onClick={showShortcuts}>
          {t("frame.person.keys")}
        </Menu.Item>
        {demo && (
          <Menu.Item leftSection={<IconRoute size={15} />} onClick={startTour}>
            {t("frame.person.tour")}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconLogout size={15} />}
          onClick={() => signOut.mutate(undefined, { onSuccess: () => void navigate("/sign-in") })}
        >
          {t("frame.person.signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
