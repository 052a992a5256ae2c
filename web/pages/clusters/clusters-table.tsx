import { useTranslation } from "react-i18next";
import type { ClusterRow } from "../../../contract/detection.ts";
import { formatPeriod } from "../../format/dates.ts";
import { formatNumber } from "../../format/numbers.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { AccountLine } from "../../ui/account.tsx";
import { DataTable, type TableColumn } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Sums } from "../../ui/money.tsx";
import { RoleDot } from "../../ui/role-badge.tsx";
import { ROLE_ORDER } from "../../ui/roles.ts";
import classes from "./clusters.module.css";

/** The amount to sort by: the tenge part where there is one, else the first currency. */
function mainAmount(sums: ClusterRow["received"]): bigint {
  return BigInt((sums.find((sum) => sum.currency === "KZT") ?? sums[0])?.amount ?? "0");
}

const VALUES: Readonly<Record<string, (row: ClusterRow) => number | bigint>> = {
  rank: (row) => row.rank,
  evidence: (row) => row.points,
  received: (row) => mainAmount(row.received),
  left: (row) => mainAmount(row.leftThroughExits),
  period: (row) => row.first,
};

/** "received" is ascending, "-received" descending; ties keep the rank's order. */
export function sortClusters(rows: readonly ClusterRow[], sort: string): readonly ClusterRow[] {
  const down = sort.startsWith("-");
  const value = VALUES[down ? sort.slice(1) : sort] ?? VALUES.rank;
  if (!value) return rows;
  return [...rows].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    return x === y ? a.rank - b.rank : x < y === !down ? -1 : 1;
  });
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

export function ClustersTable(props: {
  rows: readonly ClusterRow[];
  sort: string;
  loading: boolean;
  /** Clusters of the run that are set aside and therefore not listed. */
  hidden: number;
  selected: string | null;
  onSelect: (row: ClusterRow) => void;
  onOpen: (row: ClusterRow) => void;
  onSort: (sort: string) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const most = Math.max(1, ...props.rows.map((row) => row.points));
  // A first run has nothing to compare with: an empty column would only push the others out of
  // sight.
  const changes = props.rows.some((row) => row.change !== null || row.decision !== null);
  const sortable = (id: string) => ({ sort: (row: ClusterRow) => VALUES[id]?.(row) ?? 0 });
  const columns: TableColumn<ClusterRow>[] = [
    {
      id: "rank",
      head: t("clusters.columns.rank"),
      width: "52px",
      align: "right",
      cell: (row) => row.rank,
      ...sortable("rank"),
    },
    {
      id: "cluster",
      head: t("clusters.columns.cluster"),
      width: "minmax(148px, 1.3fr)",
      cell: (row) => <AccountLine number={row.lookFirst} name={row.lookFirstName} short />,
    },
    {
      id: "evidence",
      head: t("clusters.columns.evidence"),
      width: "90px",
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
      width: "90px",
      align: "right",
      cell: (row) => <Sums sums={row.received} short />,
      ...sortable("received"),
    },
    {
      id: "left",
      head: t("clusters.columns.left"),
      width: "112px",
      align: "right",
      cell: (row) => <Sums sums={row.leftThroughExits} short />,
      ...sortable("left"),
    },
    {
      id: "roles",
      head: t("clusters.columns.roles"),
      width: "150px",
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
  return (
    <DataTable
      label={t("clusters.title")}
      columns={columns}
      rows={props.rows}
      rowKey={(row) => row.id}
      selected={props.selected}
      onSelect={props.onSelect}
      onOpen={props.onOpen}
      sorting={[{ id: props.sort.replace(/^-/, ""), desc: props.sort.startsWith("-") }]}
      onSort={(sorting) => {
        const first = sorting[0];
        props.onSort(first ? `${first.desc ? "-" : ""}${first.id}` : "rank");
      }}
      minWidth={changes ? 1050 : 946}
      empty={
        props.loading ? (
          <LoadingRows />
        ) : (
          <EmptyState
            {...(props.hidden > 0
              ? {
                  title: t("clusters.allHidden", {
                    count: props.hidden,
                    formatted: formatNumber(props.hidden, language),
                  }),
                }
              : { title: t("clusters.none.title"), text: t("clusters.none.text") })}
          />
        )
      }
    />
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
