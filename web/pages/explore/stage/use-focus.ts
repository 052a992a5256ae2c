import { useMemo } from "react";
import type { TransferRow } from "../../../../contract/exploring.ts";
import { usePaths } from "../panel/queries.ts";
import type { Scene } from "../scene/scene.ts";
import type { PictureInput } from "./make-picture.ts";
import { useNamedTransfers, useNextHop } from "./use-money.ts";

export interface Focus {
  readonly next: ReturnType<typeof useNextHop>;
  readonly named: ReturnType<typeof useNamedTransfers>;
  readonly focus: PictureInput["focus"];
}

/**
 * The parts of the picture that stand out beside the selection: a next hop, named transfers, one
 * relation, the ways between two.
 */
export function useFocus(scene: Scene, markedRow: TransferRow | null): Focus {
  const paths = usePaths(scene.path);
  const next = useNextHop(scene.next, scene.hours, scene.share);
  const named = useNamedTransfers(scene.transfers);
  const focus = useMemo(() => {
    const rows =
      scene.next !== null
        ? (next.data?.transfers ?? [])
        : scene.transfers.length > 0
          ? (named.data?.transfers ?? [])
          : markedRow
            ? [markedRow]
            : [];
    const relations = new Set(rows.map((row) => `${row.from}>${row.to}`));
    if (scene.pair) relations.add(scene.pair.join(">"));
    if (scene.path && scene.transfers.length === 0)
      for (const way of paths.data?.paths ?? [])
        way.accounts.forEach((account, index) => {
          if (index > 0) relations.add(`${way.accounts[index - 1]}>${account}`);
        });
    if (relations.size === 0) return null;
    return {
      relations,
      accounts: new Set([...relations].flatMap((relation) => relation.split(">"))),
    };
  }, [
    scene.next,
    scene.transfers,
    scene.pair,
    scene.path,
    next.data,
    named.data,
    paths.data,
    markedRow,
  ]);
  return { next, named, focus };
}
