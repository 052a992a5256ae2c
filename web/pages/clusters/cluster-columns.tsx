import { useTranslation } from "react-i18next";
import type { ClusterRow } from "../../../contract/detection.ts";
import { formatPeriod } from "../../../contract/format/dates.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { AccountLine } from "../../ui/account.tsx";
import { ROLE_ORDER } from "../../ui/account-roles.ts";
import { Sums } from "../../ui/money.tsx";
import { RoleDot } from "../../ui/role-badge.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import { SORTED_BY } from "./cluster-order.ts";
import classes from "./clusters.module.css";

/** The columns of the table of clusters; `changes` adds what has changed since the run before. */
export function useClusterColumns(
  rows: readonly ClusterRow[],
  changes: boolean,
): readonly TableColumn<ClusterRow>[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const most = Math.max(1, ...rows.map((row) => row.points));
  const sortable = (id: string) => ({ sort: (row: ClusterRow) => SORTED_BY[id]?.(row) ?? 0 });
  return [
    {
      id: "rank",
      head: t("clusters.columns.rank"),
      width: "54px",
      align: "right",
      cell: (row) => row.rank,
      ...sortable("rank"),
    },
    {
      id: "cluster",
      head: t("clusters.columns.cluster"),
      width: "minmax(126px, 1.3fr)",
      cell: (row) => <AccountLine number={row.lookFirst} name={row.lookFirstName} short />,
    },
    {
      id: "evidence",
      head: t("clusters.columns.evidence"),
      width: "84px",
      align: "right",
      cell: (row) => (
        <span className={classes.evidence}>
          <span className={classes.evidenceBar} aria-hidden>
            <span
              className={classes.evidenceFill}
              style={{ display: "block", width: `${(100 * row.points) / most}%` }}
            />
          </span>
          {formatNumber(row.points, language, 1, true)}
        </span>
      ),
      ...sortable("evidence"),
    },
    {
      id: "received",
      head: t("clusters.columns.received"),
      width: "84px",
      align: "right",
      cell: (row) => <Sums sums={row.received} short />,
      ...sortable("received"),
    },
    {
      id: "left",
      head: t("clusters.columns.left"),
      width: "114px",
      align: "right",
      cell: (row) => <Sums sums={row.leftThroughExits} short />,
      ...sortable("left"),
    },
    {
      id: "roles",
      head: t("clusters.columns.roles"),
      width: "146px",
      cell: (row) => <RoleMix row={row} />,
    },
    {
      id: "typology",
      head: t("clusters.columns.typology"),
      width: "minmax(142px, 0.8fr)",
      cell: (row) => (
        <span title={t(`clusters.typology.${row.typology}`)}>
          {t(`clusters.typology.${row.typology}`)}
        </span>
      ),
    },
    ...(changes
      ? [
          {
            id: "change",
            head: t("clusters.columns.change"),
            width: "104px",
            cell: (row: ClusterRow) => <Change row={row} />,
          },
        ]
      : []),
    {
      id: "period",
      head: t("clusters.columns.period"),
      width: "168px",
      cell: (row) => formatPeriod(row.first, row.last, language),
      ...sortable("period"),
    },
  ];
}

function RoleMix({ row }: { row: ClusterRow }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <span className={classes.mix}>
      {ROLE_ORDER.filter((role) => (row.roles[role] ?? 0) > 0).map((role) => (
        <span key={role} className={classes.mixItem} title={t(`roles.${role}`)}>
          <RoleDot role={role} size={14} label={t(`roles.${role}`)} />
          {formatNumber(row.roles[role] ?? 0, language)}
        </span>
      ))}
    </span>
  );
}

function Change({ row }: { row: ClusterRow }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (row.decision && row.decision.verdict !== "undecided") {
    return <span className={classes.tag}>{t(`clusters.verdicts.${row.decision.verdict}`)}</span>;
  }
  if (!row.change) return null;
  if (row.change.previous === null) {
    return <span className={`${classes.tag} ${classes.tagNew}`}>{t("clusters.change.new")}</span>;
  }
  if (row.change.newMembers === 0)
    return <span className={classes.muted}>{t("clusters.change.same")}</span>;
  return (
    <span className={classes.tag}>
      {t("clusters.change.grown", {
        count: row.change.newMembers,
        formatted: formatNumber(row.change.newMembers, language),
      })}
    </span>
  );
}
