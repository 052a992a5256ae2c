import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { bankName } from "../../../../contract/bank-names.ts";
import type { GraphNode } from "../../../../contract/exploring.ts";
import { formatMoneyShort } from "../../../../contract/format/money.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import { useClusters } from "../../../data/clusters.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import type { Scene } from "../scene/scene.ts";
import { moneyThrough } from "./actors.ts";
import { groupName, groupsOf } from "./groups.ts";
import type { StageGraphData } from "./stage-graph.ts";

/** The groups that accounts stand in, and their names: kind, number of accounts, money. */
export function useGroups(
  graph: StageGraphData,
  nodes: readonly GraphNode[],
  { grouping, opened }: Pick<Scene, "grouping" | "opened">,
  currency: string,
) {
  const { t } = useTranslation();
  const language = useLanguage();
  const clusters = useClusters(null, false).data?.clusters;
  const groups = useMemo(
    () =>
      groupsOf({
        nodes,
        edges: graph.edges.values(),
        grouping,
        opened: new Set(opened),
        seeds: new Set(graph.seeds),
      }),
    [nodes, graph.edges, graph.seeds, grouping, opened],
  );
  const money = useMemo(() => {
    if (groups.size === 0) return new Map<string, bigint>();
    const idOf = new Map(
      nodes.map(({ number }) => [number, groups.get(number) ?? number] as const),
    );
    return moneyThrough(graph.edges.values(), idOf, currency);
  }, [groups, nodes, graph.edges, currency]);
  const groupLabel = useCallback(
    (key: string, accounts: number) => {
      const name = groupName(key);
      if (name === null || name.kind === "holder") return null;
      const formatted = formatNumber(accounts, language);
      const words = () => {
        if (name.kind === "payers" || name.kind === "payees")
          return t(`explore.groups.${name.kind}`, { count: accounts, formatted });
        if (name.kind === "cluster") {
          const rank = clusters?.find(({ id }) => id === name.of)?.rank;
          return `${rank === undefined ? name.of : t("clusters.name", { rank })} ×${formatted}`;
        }
        if (name.kind === "part")
          return `${t("explore.groups.part", { formatted: name.of })} ×${formatted}`;
        return `${bankName(name.of) ?? t("explore.card.bankUnknown")} ×${formatted}`;
      };
      const sum = money.get(key) ?? 0n;
      return `${words()} · ${formatMoneyShort(sum, currency, language)}`;
    },
    [t, language, clusters, money, currency],
  );
  return { groups, groupLabel };
}
