import {
  type Icon,
  IconCashBanknoteFilled,
  IconCurrencyBitcoin,
  IconDoorExit,
  IconShoppingCart,
  IconWorld,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { GraphRole } from "../../contract/exploring.ts";
import classes from "./actor-dot.module.css";
import { type ExitKey, exitKey } from "./exits.ts";
import { RoleDot } from "./role-badge.tsx";

const EXIT_ICONS: Readonly<Record<ExitKey, Icon>> = {
  cash: IconCashBanknoteFilled,
  pos: IconShoppingCart,
  crypto: IconCurrencyBitcoin,
  foreign: IconWorld,
  other: IconDoorExit,
};

/** The same disc as in the picture: a role, or an exit in neutral grey. */
export function ActorDot({
  role,
  exitKind,
  size = 16,
}: {
  role: GraphRole;
  exitKind: string | null;
  size?: number;
}) {
  const { t } = useTranslation();
  if (exitKind === null) return <RoleDot role={role} size={size} label={t(`roles.${role}`)} />;
  const Pictogram = EXIT_ICONS[exitKey(exitKind)];
  return (
    <span
      className={classes.exitDot}
      style={{ width: size, height: size }}
      role="img"
      aria-label={t("explore.exit")}
    >
      <Pictogram size={Math.round(size * 0.62)} stroke={2.4} aria-hidden />
    </span>
  );
}
