import { useCallback, useMemo } from "react";
import type { GraphRole, TransferRow } from "../../../../contract/exploring.ts";
import { useCluster } from "../../../data/clusters.ts";
import type { Picture } from "../../../graph/types.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import { type Actor, castOf, tiesOf, type Visible, visibleNodes } from "./actors.ts";
import { type Filter, mainCurrency, type Turnover, turnover } from "./bundle.ts";
import { deviceTies, isDevice, withDevices } from "./devices.ts";
import { MOST_SINGLE, makePicture } from "./make-picture.ts";
import type { StageGraphData } from "./stage-graph.ts";
import { type Focus, useFocus } from "./use-focus.ts";
import { useGroups } from "./use-groups.ts";
import { useHeadings } from "./use-headings.ts";
import { type RhythmRow, type StageMoney, useMoney } from "./use-money.ts";
import { useNames } from "./use-names.ts";
import { usePlaces } from "./use-places.ts";
import { useTitle } from "./use-title.ts";

/**
 * Everything the four parts of the workbench show, worked out from one scene, so that they cannot
 * disagree.
 */
export interface View {
  readonly title: string;
  readonly run: string | null;
  readonly visible: Visible;
  /** Of each account that stands in a group, the key of the group. */
  readonly groups: ReadonlyMap<string, string>;
  /** Numbers of the accounts in the picture. */
  readonly accounts: readonly string[];
  /** Transfers each account has in the picture before any filter. */
  readonly lifeCount: (accounts: readonly string[]) => number;
  readonly filter: Filter;
  readonly money: StageMoney;
  readonly currency: string;
  readonly span: readonly [number, number];
  readonly actors: ReadonlyMap<string, Actor>;
  readonly picture: Picture;
  readonly tooManySingles: boolean;
  readonly selectedSet: ReadonlySet<string>;
  /** null = nothing is selected, or its figures are not known yet. */
  readonly selection: Turnover | null;
  readonly next: Focus["next"];
  readonly named: Focus["named"];
  readonly nameOf: (account: string) => string;
}

/**
 * Passing state of the page, not worth an address: a brush being dragged or replayed, the pointer
 * on a role, a row looked at.
 */
export interface Passing {
  readonly live: readonly [number, number] | null;
  readonly hoverRole: GraphRole | null;
  readonly markedRow: TransferRow | null;
}

export function useView(control: SceneControl, graph: StageGraphData, passing: Passing): View {
  const { scene } = control;
  const { live, hoverRole, markedRow } = passing;
  const { nameOf, exitWord } = useNames(graph);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the switches matter, not the whole scene
  const visible = useMemo(
    () => visibleNodes(graph.nodes.values(), scene),
    [graph, scene.rolesOff.join(), scene.showOff.join(), scene.score],
  );
  const accounts = useMemo(() => visible.nodes.map((node) => node.number), [visible]);
  const filter: Filter = useMemo(
    () => ({
      since: live?.[0] ?? scene.since,
      until: live?.[1] ?? scene.until,
      minimum: scene.minimum,
    }),
    [live, scene.since, scene.until, scene.minimum],
  );
  const money = useMoney(accounts, filter, scene.select[0]);
  const currency = useMemo(() => mainCurrency(money.held), [money.held]);
  const { groups, groupLabel } = useGroups(graph, visible.nodes, scene, currency);
  const cast = useMemo(
    () => withDevices(castOf(visible.nodes, groups, exitWord, groupLabel), graph.devices),
    [visible, groups, exitWord, groupLabel, graph.devices],
  );
  const links = useMemo(() => deviceTies(graph.devices, cast.idOf), [graph.devices, cast]);
  const lifeTies = useMemo(
    () => [...tiesOf(graph.edges.values(), cast.idOf), ...links],
    [graph, cast, links],
  );
  const lifeCount = useCallback((own: readonly string[]) => transfersOf(graph, own), [graph]);
  const actors = useMemo(() => new Map(cast.actors.map((actor) => [actor.id, actor])), [cast]);
  const { places, positions } = usePlaces(control, graph, cast, actors, lifeTies);

  const cluster = useCluster(scene.cluster);
  const { next, named, focus } = useFocus(scene, markedRow);
  const { run } = graph;
  const { groups: outlined, columns } = useHeadings({
    cast,
    places,
    edges: graph.edges,
    opened: cluster.data,
    currency,
  });

  const filtered = filter.since !== null || filter.until !== null || filter.minimum !== null;
  const singles =
    scene.level === "transfers" && money.rows.length <= MOST_SINGLE ? money.rows : null;
  const outlines = !scene.showOff.includes("outlines");
  const names = !scene.showOff.includes("names");
  const picture = useMemo(
    () =>
      makePicture({
        cast,
        lifeTies,
        links,
        edges: money.edges,
        singles,
        positions,
        groups: outlined,
        columns,
        select: scene.select,
        focus,
        hoverRole,
        filtered,
        outlines,
        names,
        frame: places.frame,
      }),
    [
      cast,
      lifeTies,
      links,
      money.edges,
      singles,
      positions,
      outlined,
      columns,
      scene.select,
      focus,
      hoverRole,
      filtered,
      outlines,
      names,
      places.frame,
    ],
  );

  const selectedSet = useMemo(() => new Set(scene.select), [scene.select]);
  const anyAccount = scene.select.some((key) => !isDevice(key));
  const selection = useMemo(
    () => (money.known && anyAccount ? turnover(money.edges, selectedSet) : null),
    [money.known, money.edges, selectedSet, anyAccount],
  );

  const span = useMemo(() => spanOf(money.rhythm ?? []), [money.rhythm]);

  const title = useTitle(scene, cluster.data, nameOf);

  return {
    title,
    run,
    visible,
    groups,
    accounts,
    lifeCount,
    filter,
    money,
    currency,
    span,
    actors,
    picture,
    tooManySingles: scene.level === "transfers" && singles === null,
    selectedSet,
    selection,
    next,
    named,
    nameOf,
  };
}

/** Transfers that some accounts have in the picture before any filter. */
function transfersOf(graph: StageGraphData, accounts: readonly string[]): number {
  const own = new Set(accounts);
  let count = 0;
  for (const edge of graph.edges.values())
    if (own.has(edge.from) || own.has(edge.to)) count += edge.count;
  return count;
}

/** First and last instant of some money over time, UTC milliseconds; [0, 0] where there is none. */
function spanOf(rows: readonly RhythmRow[]): readonly [number, number] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of rows) {
    first = Math.min(first, row.bookedAt);
    last = Math.max(last, row.bookedAt);
  }
  return Number.isFinite(first) ? [first, last] : [0, 0];
}
