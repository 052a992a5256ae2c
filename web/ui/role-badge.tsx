import { useTranslation } from "react-i18next";
import type { GraphRole } from "../../contract/exploring.ts";
import { ROLE_STYLES } from "./account-roles.ts";
import classes from "./role-badge.module.css";

/** The role's dot with its pictogram; a hollow ring where nothing was assessed. */
export function RoleDot({
  role,
  size = 18,
  label,
}: {
  role: GraphRole;
  size?: number;
  label?: string | undefined;
}) {
  const { color, icon: Pictogram } = ROLE_STYLES[role];
  return (
    <span
      className={classes.dot}
      data-hollow={Pictogram === null || undefined}
      style={{ width: size, height: size, ["--role" as string]: color }}
      {...(label === undefined
        ? { "aria-hidden": true }
        : { role: "img", "aria-label": label, title: label })}
    >
      {Pictogram && <Pictogram size={Math.round(size * 0.62)} stroke={2.4} aria-hidden />}
    </span>
  );
}

/**
 * A victim is who stands in a crime report; who looks like one to the search is a possible victim.
 */
export function roleWord(role: GraphRole, reported: boolean): GraphRole | "possibleVictim" {
  return role === "victim" && !reported ? "possibleVictim" : role;
}

/** Role in colour, pictogram and word: colour is never the only carrier. */
export function RoleBadge({
  role,
  reported,
  outlined = false,
}: {
  role: GraphRole;
  /** Named in a crime report: only then a victim, else a possible one. */
  reported: boolean;
  outlined?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <span className={classes.badge} data-outlined={outlined || undefined}>
      <RoleDot role={role} size={outlined ? 18 : 16} />
      <span className={classes.word}>{t(`roles.${roleWord(role, reported)}`)}</span>
    </span>
  );
}
