import { Button } from "@mantine/core";
import { IconAlertTriangle, IconUserPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Claim } from "../../../contract/claims.ts";
import { users } from "../../../contract/users.ts";
import { useApprovers } from "../../data/colleagues.ts";
import { useMay } from "../../data/permissions.ts";
import classes from "./cases.module.css";
import formClasses from "./step-form.module.css";

/** Where the person may not approve: who may, and how somebody is added where nobody may. */
export function WhoApproves({ claim }: { claim: Claim }) {
  const { t } = useTranslation();
  const mayAdd = useMay(users.create);
  const query = useApprovers(true);
  if (!query.data) return null;
  const sender = claim.moves.findLast((move) => move.to === claim.status)?.by;
  const others = query.data.approvers.filter(({ login }) => login !== sender);
  if (others.length > 0) {
    const names = others.map((one) => `${one.name} (${t(`frame.person.roles.${one.role}`)})`);
    return (
      <p className={classes.cardNote}>{t("steps.approval.who", { people: names.join(", ") })}</p>
    );
  }
  return (
    <div className={formClasses.nobody} role="status">
      <span className={formClasses.approvalLine}>
        <IconAlertTriangle size={16} aria-hidden color="var(--dg-warn)" />
        {t(mayAdd ? "steps.approval.nobody" : "steps.approval.nobodyAsk")}
      </span>
      {mayAdd && (
        <Button
          component={Link}
          to="/admin?add=prosecutor"
          leftSection={<IconUserPlus size={15} />}
        >
          {t("steps.approval.add")}
        </Button>
      )}
    </div>
  );
}
