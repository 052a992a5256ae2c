import { contentId } from "../record/row-record.ts";
import {
  groupKey,
  recordKey,
  type SourceRecord,
  type StoredProperties,
  storedProperties,
} from "../record/source-record.ts";

/** A transfer as it is in the graph. */
export interface StoredTransfer {
  readonly from: string;
  readonly to: string;
  readonly properties: StoredProperties;
  readonly records: readonly SourceRecord[];
}

/** What to do so that the graph holds exactly the wanted transfers. */
export interface Changes {
  readonly remove: readonly string[];
  readonly create: readonly { from: string; to: string; properties: StoredProperties }[];
  readonly renew: readonly { id: string; properties: StoredProperties }[];
}

/** From the transfers there are and the clusters of records there should be. */
export function changesTo(
  stored: readonly StoredTransfer[],
  clusters: readonly SourceRecord[][],
): Changes {
  const left = new Map(stored.map((transfer) => [idOf(transfer), transfer]));
  const create: { from: string; to: string; properties: StoredProperties }[] = [];
  const renew: { id: string; properties: StoredProperties }[] = [];
  const used = new Set<string>();
  for (const cluster of clusters) {
    const first = cluster[0] as SourceRecord;
    const properties = withFreeId(storedProperties(cluster), first, used);
    const id = String(properties.id);
    const there = left.get(id);
    if (there !== undefined && there.from === first.from && there.to === first.to) {
      left.delete(id);
      if (shapeOf(there.records) !== shapeOf(cluster)) renew.push({ id, properties });
    } else {
      create.push({ from: first.from, to: first.to, properties });
    }
  }
  return { remove: [...left.keys()], create, renew };
}

/** Two rows kept apart by a person may have one id: the later one gets another. */
function withFreeId(
  properties: StoredProperties,
  first: SourceRecord,
  used: Set<string>,
): StoredProperties {
  const id = String(properties.id);
  if (!used.has(id)) {
    used.add(id);
    return properties;
  }
  const other = contentId(`${groupKey(first)}|${recordKey(first)}`, 1);
  used.add(other);
  return { ...properties, id: other };
}

function idOf({ properties }: StoredTransfer): string {
  return String(properties.id);
}

function shapeOf(records: readonly SourceRecord[]): string {
  return records.map(recordKey).join(" ");
}
