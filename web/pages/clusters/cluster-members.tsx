import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { bankName } from "../../../contract/bank-names.ts";
import type { ClusterMember } from "../../../contract/detection.ts";
import { formatAccount } from "../../../contract/format/accounts.ts";
import { AccountLine } from "../../ui/account.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Sums } from "../../ui/money.tsx";
import { RoleDot } from "../../ui/role-badge.tsx";
import classes from "./clusters.module.css";

const FIRST_SHOWN = 12;

/**
 * Members of the cluster in the order to look at them; each line opens the account on the stage.
 */
export function ClusterMembers({
  members,
  cluster,
}: {
  members: readonly ClusterMember[] | null;
  cluster: string;
}) {
  const { t } = useTranslation();
  const [whole, setWhole] = useState(false);
  if (!members) return <LoadingRows rows={5} />;
  const ordered = [...members].sort((a, b) => a.order - b.order);
  const shown = whole ? ordered : ordered.slice(0, FIRST_SHOWN);
  return (
    <div>
      {shown.map((member) => (
        <Link
          key={member.account}
          className={classes.member}
          to={`/explore?cluster=${encodeURIComponent(cluster)}&select=${encodeURIComponent(member.account)}`}
          title={formatAccount(member.account)}
        >
          <span className={classes.memberOrder}>{member.order}</span>
          <RoleDot role={member.role} />
          <span className={classes.memberText}>
            <AccountLine number={member.account} name={member.holderName} />
            <span className={classes.memberSub}>
              {[
                t(`roles.${member.role === "victim" ? "possibleVictim" : member.role}`),
                bankName(member.bank),
                member.order === 1 ? t("clusters.panel.first") : null,
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </span>
          <span className={classes.memberMoney} title={t("common.received")}>
            <Sums sums={member.received} short />
          </span>
        </Link>
      ))}
      {ordered.length > shown.length && (
        <Button variant="subtle" fullWidth mt={6} onClick={() => setWhole(true)}>
          {t("common.all")} · {ordered.length}
        </Button>
      )}
    </div>
  );
}
