import { useTranslation } from "react-i18next";
import type { GraphNode, GraphRole } from "../../../contract/exploring.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import type { ClusterGraph } from "../../data/cluster-graph.ts";
import { useClusterGraph } from "../../data/clusters.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ROLE_STYLES } from "../../ui/account-roles.ts";
import { ActorDot } from "../../ui/actor-dot.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { RoleDot } from "../../ui/role-badge.tsx";
import classes from "./clusters.module.css";

const WIDTH = 368;
const HEIGHT = 150;
const TOP = 4;
const COLUMNS: readonly GraphRole[] = ["victim", "collector", "transit", "distributor", "cash-out"];

/** Exits stand right of all accounts. */
const EXITS = COLUMNS.length;

/** The column of a node: by its role; null = nothing is known of it that would place it. */
function columnOf(node: GraphNode): number | null {
  if (node.exitKind !== null) return EXITS;
  const index = COLUMNS.indexOf(node.reported && node.role === "none" ? "victim" : node.role);
  return index < 0 ? null : index;
}

interface Placed {
  readonly node: GraphNode;
  readonly x: number;
  readonly y: number;
}

/** Columns by role, in each the accounts from the middle outwards in the order they came. */
function place(nodes: readonly GraphNode[], used: readonly number[]): ReadonlyMap<string, Placed> {
  const placed = new Map<string, Placed>();
  used.forEach((column, position) => {
    const members = nodes.filter((node) => columnOf(node) === column);
    const step = Math.min(16, (HEIGHT - TOP - 12) / Math.max(1, members.length));
    const x = used.length === 1 ? WIDTH / 2 : 30 + (position * (WIDTH - 60)) / (used.length - 1);
    members.forEach((node, index) => {
      const y = TOP + (HEIGHT - TOP) / 2 + (index - (members.length - 1) / 2) * step;
      placed.set(node.number, { node, x, y });
    });
  });
  return placed;
}

function Picture({ graph }: { graph: ClusterGraph }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const nodes = graph.nodes.filter((node) => columnOf(node) !== null);
  const { edges } = graph;
  const used = [...COLUMNS.keys(), EXITS].filter((index) =>
    nodes.some((node) => columnOf(node) === index),
  );
  const placed = place(nodes, used);
  const around = graph.beside;
  const most = edges.reduce((max, edge) => {
    const amount = BigInt(edge.sums[0]?.amount ?? "0");
    return amount > max ? amount : max;
  }, 1n);
  return (
    <>
      <svg
        className={classes.picture}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t("clusters.panel.pictureAlt")}
      >
        {edges.map((edge) => {
          const [from, to] = [placed.get(edge.from), placed.get(edge.to)];
          if (!from || !to) return null;
          const share = Number((BigInt(edge.sums[0]?.amount ?? "0") * 1000n) / most) / 1000;
          const bend = from.x === to.x ? 18 : (to.x - from.x) / 2;
          return (
            <path
              key={`${edge.from}>${edge.to}`}
              d={`M${from.x},${from.y} C${from.x + bend},${from.y} ${to.x - bend},${to.y} ${to.x},${to.y}`}
              fill="none"
              stroke={`color-mix(in srgb, var(--dg-edge-hi) ${Math.round(20 + 80 * Math.sqrt(share))}%, var(--dg-edge-lo))`}
              strokeWidth={0.6 + 2.6 * Math.sqrt(share)}
            />
          );
        })}
        {[...placed.values()].map(({ node, x, y }) => {
          const role = COLUMNS[columnOf(node) ?? EXITS] ?? "none";
          return (
            <circle
              key={node.number}
              cx={x}
              cy={y}
              r={node.exitKind !== null ? 5.5 : role === "victim" ? 3.2 : 5}
              fill={ROLE_STYLES[role].color}
              stroke="var(--dg-bg)"
              strokeWidth={1.2}
            >
              <title>{node.holderName ?? node.number}</title>
            </circle>
          );
        })}
      </svg>
      <div className={classes.legend}>
        {used.map((column) => {
          const role = COLUMNS[column];
          return (
            <span key={column} className={classes.mixItem}>
              {role ? (
                <RoleDot role={role} size={14} />
              ) : (
                <ActorDot role="none" exitKind="cash" size={14} />
              )}{" "}
              {role ? t(`roles.${role}`) : t("explore.show.exits")}{" "}
              {formatNumber(nodes.filter((node) => columnOf(node) === column).length, language)}
            </span>
          );
        })}
      </div>
      {around > 0 && (
        <p className={classes.panelSub}>
          {t("clusters.panel.around", { count: around, formatted: formatNumber(around, language) })}
        </p>
      )}
    </>
  );
}

/** A small static picture of the cluster's money flow; Explore has the living one. */
export function MiniFlow({ cluster }: { cluster: string }) {
  const graph = useClusterGraph(cluster);
  if (graph.isPending) return <LoadingRows rows={4} />;
  if (!graph.data || graph.data.nodes.length === 0) return null;
  return <Picture graph={graph.data} />;
}
