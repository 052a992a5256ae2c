import type { ClusterMember, ClusterRow } from "../../../contract/detection.ts";

export function ToCaseForm(_: {
  row: ClusterRow;
  name: string;
  members: readonly ClusterMember[] | null;
  onClose: () => void;
}) {
  return null;
}
