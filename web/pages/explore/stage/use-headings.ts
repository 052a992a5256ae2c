import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ClusterRow } from "../../../../contract/detection.ts";
import type { GraphEdge } from "../../../../contract/exploring.ts";
import { formatMoneyShort } from "../../../../contract/format/money.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import { useClusters } from "../../../data/clusters.ts";
import type { PictureColumn, PictureGroup } from "../../../graph/types.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { type Cast, moneyThrough } from "./actors.ts";
import type { Places } from "./use-layout.ts";

/** Names over clusters and over the columns of the money flow, with their counts and sums. */
export function useHeadings(input: {
  cast: Cast;
  places: Places;
  /** Relations of the whole life of the picture, by their key. */
  edges: ReadonlyMap<string, GraphEdge>;
  /** The cluster that was opened, as far as it has arrived. */
  opened: ClusterRow | undefined;
  currency: string;
}): { groups: readonly PictureGroup[]; columns: readonly PictureColumn[] } {
  const { t } = useTranslation();
  const language = useLanguage();
  const { cast, places, edges, opened, currency } = input;
  const clusterList = useClusters(null, false);
  const groups = useMemo((): readonly PictureGroup[] => {
    const members = new Map<string, number>();
    for (const actor of cast.actors)
      if (actor.node.cluster !== null)
        members.set(
          actor.node.cluster,
          (members.get(actor.node.cluster) ?? 0) + actor.accounts.length,
        );
    return [...members].map(([id, count]) => {
      const row =
        opened?.id === id ? opened : clusterList.data?.clusters.find((one) => one.id === id);
      return {
        id,
        name: row ? t("clusters.name", { rank: row.rank }) : id,
        note: [
          t("common.accounts", { count, formatted: formatNumber(count, language) }),
          row?.received[0]
            ? formatMoneyShort(row.received[0].amount, row.received[0].currency, language)
            : null,
        ]
          .filter(Boolean)
          .join(" · "),
      };
    });
  }, [cast, opened, clusterList.data, t, language]);

  const flows = useMemo(
    () => moneyThrough(edges.values(), cast.idOf, currency),
    [edges, cast, currency],
  );
  const columns = useMemo(
    () =>
      places.columns.map((column) => {
        const count = column.ids.length;
        const sum = column.ids.reduce((total, id) => total + (flows.get(id) ?? 0n), 0n);
        return {
          x: column.x,
          name: column.role === "none" ? t("explore.show.exits") : t(`roles.${column.role}`),
          note: `${t("common.accounts", { count, formatted: formatNumber(count, language) })} · ${formatMoneyShort(sum, currency, language)}`,
        };
      }),
    [places.columns, flows, t, language, currency],
  );
  return { groups, columns };
}
