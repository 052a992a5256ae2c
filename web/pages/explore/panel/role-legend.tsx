import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { GraphRole } from "../../../../contract/exploring.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { ROLE_ORDER } from "../../../ui/account-roles.ts";
import { Section } from "../../../ui/panel.tsx";
import { RoleDot } from "../../../ui/role-badge.tsx";
import { toggled } from "../scene/scene.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import type { Visible } from "../stage/actors.ts";
import classes from "./left-panel.module.css";

/**
 * The roles of the picture, as legend and filter in one; the pointer on a role marks its accounts.
 */
export function RoleLegend({
  control,
  visible,
  onHoverRole,
}: {
  control: SceneControl;
  visible: Visible;
  onHoverRole: (role: GraphRole | null) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scene, change } = control;
  const total = [...visible.roles.values()].reduce((sum, count) => sum + count, 0);
  return (
    <Section
      title={t("explore.roles")}
      note={t("common.accounts", { count: total, formatted: formatNumber(total, language) })}
    >
      {ROLE_ORDER.map((role) => (
        <div
          key={role}
          className={classes.legendRow}
          title={
            role === "victim"
              ? t("explore.victims", {
                  reported: formatNumber(visible.reported, language),
                  possible: formatNumber(
                    (visible.roles.get("victim") ?? 0) - visible.reported,
                    language,
                  ),
                })
              : undefined
          }
          onPointerEnter={() => onHoverRole(role)}
          onPointerLeave={() => onHoverRole(null)}
        >
          <Checkbox
            checked={!scene.rolesOff.includes(role)}
            onChange={() => change({ rolesOff: toggled(scene.rolesOff, role) })}
            aria-label={t(`roles.${role}`)}
          />
          <span className={classes.legendWord}>
            <RoleDot role={role} />
            {t(`roles.${role}`)}
          </span>
          <span className={classes.legendCount}>
            {formatNumber(visible.roles.get(role) ?? 0, language)}
          </span>
        </div>
      ))}
    </Section>
  );
}
