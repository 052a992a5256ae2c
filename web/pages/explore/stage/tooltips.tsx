import { IconArrowRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { bankName } from "../../../../contract/bank-names.ts";
import type { GraphEdge } from "../../../../contract/exploring.ts";
import { formatAccount } from "../../../../contract/format/accounts.ts";
import { formatDateTime } from "../../../../contract/format/dates.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import { sumByCurrency } from "../../../../contract/sums.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { exitKey } from "../../../ui/exits.ts";
import { Sums } from "../../../ui/money.tsx";
import { RoleBadge } from "../../../ui/role-badge.tsx";
import type { Actor } from "./actors.ts";
import classes from "./stage.module.css";

/**
 * The account under the pointer: name, number, role; how much of it is not in the picture; why it
 * stops, if it does.
 */
export function NodeTooltip({ actor, shown }: { actor: Actor; shown: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { node } = actor;
  const rest = Math.max(0, node.degree - shown);
  return (
    <>
      <div className={classes.tooltipTitle}>
        {node.exitKind !== null
          ? t(`explore.exits.${exitKey(node.exitKind)}`)
          : actor.accounts.length > 1
            ? actor.label
            : (node.holderName ?? formatAccount(node.number))}
      </div>
      <div className={classes.tooltipNote}>
        {node.exitKind === null && (
          <>
            {actor.accounts.length > 1
              ? t("common.accounts", {
                  count: actor.accounts.length,
                  formatted: formatNumber(actor.accounts.length, language),
                })
              : formatAccount(node.number)}
            {node.bank ? ` · ${bankName(node.bank)}` : ""}
          </>
        )}
      </div>
      {node.exitKind === null && <RoleBadge role={node.role} reported={node.reported} />}
      <div className={classes.tooltipNote}>
        {t("explore.tooltip.transfers", {
          count: node.degree,
          formatted: formatNumber(node.degree, language),
          rest: formatNumber(rest, language),
        })}
      </div>
      <div className={classes.tooltipNote}>
        {actor.accounts.length > 1
          ? t("explore.groups.tooltip")
          : node.stop === null
            ? t("explore.tooltip.open")
            : t(`explore.stops.${node.stop}`)}
      </div>
    </>
  );
}

/** The device under the pointer: its name, and how many accounts it operated. */
export function DeviceTooltip({ actor }: { actor: Actor }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { degree } = actor.node;
  return (
    <>
      <div className={classes.tooltipTitle}>{actor.label}</div>
      <div className={classes.tooltipNote}>
        {t("explore.operators.operated", {
          count: degree,
          formatted: formatNumber(degree, language),
        })}
      </div>
      <div className={classes.tooltipNote}>{t("explore.operators.openDevice")}</div>
    </>
  );
}

/** A relation in full: number, sum, first and last, each direction for itself. */
export function EdgeTooltip({
  from,
  to,
  there,
  back,
}: {
  from: string;
  to: string;
  there: readonly GraphEdge[];
  back: readonly GraphEdge[];
}) {
  return (
    <>
      <Direction from={from} to={to} edges={there} />
      {back.length > 0 && <Direction from={to} to={from} edges={back} />}
    </>
  );
}

function Direction({ from, to, edges }: { from: string; to: string; edges: readonly GraphEdge[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const count = edges.reduce((sum, edge) => sum + edge.count, 0);
  return (
    <div style={{ marginTop: 2 }}>
      <div className={classes.tooltipTitle}>
        {from} <IconArrowRight size={13} aria-hidden /> {to}
      </div>
      <div>
        {t("common.transfers", { count, formatted: formatNumber(count, language) })} ·{" "}
        <strong>
          <Sums sums={sumByCurrency(edges.flatMap((edge) => edge.sums))} />
        </strong>
      </div>
      <div className={classes.tooltipNote}>
        {t("explore.tooltip.firstLast", {
          first: formatDateTime(Math.min(...edges.map((edge) => edge.first)), language),
          last: formatDateTime(Math.max(...edges.map((edge) => edge.last)), language),
        })}
      </div>
    </div>
  );
}
