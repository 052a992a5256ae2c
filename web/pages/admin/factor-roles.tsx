import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { role } from "../../../contract/user-roles.ts";
import { useFactorDone } from "../../data/second-factor.ts";
import { Card, Section } from "../../ui/panel.tsx";
import { useNotify } from "../../ui/use-notify.ts";
import classes from "./admin.module.css";
import { useFactorRoles, useSetFactorRole } from "./queries.ts";

/** The roles that need a second factor. */
export function FactorRoles() {
  const { t } = useTranslation();
  const notify = useNotify();
  const roles = useFactorRoles(true);
  const set = useSetFactorRole();
  // One's own role may be the one.
  const own = useFactorDone();
  const needed = roles.data?.roles;
  if (needed === undefined) return null;
  return (
    <Card padded={false}>
      <Section title={t("admin.factor.needs")} note={t("admin.factor.needsHint")}>
        <div className={classes.roles}>
          {role.options.map((one) => (
            <Checkbox
              key={one}
              label={t(`frame.person.roles.${one}`)}
              checked={needed.includes(one)}
              disabled={set.isPending}
              onChange={(event) =>
                set.mutate(
                  { role: one, required: event.currentTarget.checked },
                  { onError: notify.failed, onSuccess: own },
                )
              }
            />
          ))}
        </div>
      </Section>
    </Card>
  );
}
