import { contentId } from "../writing/transfer-row.ts";
import {
  groupKey,
  type StoredProperties,
  storedProperties,
  type Telling,
  tellingKey,
} from "./telling.ts";

/** A transfer as it is in the graph. */
export interface StoredTransfer {
  readonly from: string;
  readonly to: string;
  readonly properties: StoredProperties;
  readonly tellings: readonly Telling[];
}

/** What to do so that the graph holds exactly the wanted transfers. */
export interface Changes {
  readonly remove: readonly string[];
  readonly create: readonly { from: string; to: string; properties: StoredProperties }[];
  readonly renew: readonly { id: string; properties: StoredProperties }[];
}

/** From the transfers there are and the clusters of tellings there should be. */
export function changesTo(
  stored: readonly StoredTransfer[],
  clusters: readonly Telling[][],
): Changes {
  const left = new Map(stored.map((transfer) => [idOf(transfer), transfer]));
  const create: { from: string; to: string; properties: StoredProperties }[] = [];
  const renew: { id: string; properties: StoredProperties }[] = [];
  const used = new Set<string>();
  for (const cluster of clusters) {
    const first = cluster[0] as Telling;
    const properties = withFreeId(storedProperties(cluster), first, used);
    const id = String(properties.id);
    const there = left.get(id);
    if (there !== undefined && there.from === first.from && there.to === first.to) {
      left.delete(id);
      if (shapeOf(there.tellings) !== shapeOf(cluster)) renew.push({ id, properties });
    } else {
      create.push({ from: first.from, to: first.to, properties });
    }
  }
  return { remove: [...left.keys()], create, renew };
}

/** Two rows kept apart by a person may bear one id: the later one gets another. */
function withFreeId(
  properties: StoredProperties,
  first: Telling,
  used: Set<string>,
): StoredProperties {
  const id = String(properties.id);
  if (!used.has(id)) {
    used.add(id);
    return properties;
  }
  const other = contentId(`${groupKey(first)}|${tellingKey(first)}`, 1);
  used.add(other);
  return { ...properties, id: other };
}

function idOf({ properties }: StoredTransfer): string {
  return String(properties.id);
}

function shapeOf(tellings: readonly Telling[]): string {
  return tellings.map(tellingKey).join(" ");
}
