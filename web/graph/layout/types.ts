import type { GraphRole } from "../../../contract/exploring.ts";
import type { Point } from "../types.ts";

export interface LayoutNode {
  readonly id: string;
  readonly role: GraphRole;
  readonly exit: boolean;
  readonly group: string | null;
  readonly radius: number;
  readonly flow: number;
}

export interface LayoutEdge {
  readonly from: string;
  readonly to: string;
  readonly amount: number;
}

/** Places being worked out; they change in place. */
export type Places = Map<string, { x: number; y: number }>;

export interface LayoutRequest {
  readonly kind: "network" | "flow";
  readonly nodes: readonly LayoutNode[];
  readonly edges: readonly LayoutEdge[];
  /** Places that must not change: what was on the stage before it grew. */
  readonly kept: readonly (readonly [string, Point])[];
}

export interface FlowColumn {
  readonly role: GraphRole;
  readonly x: number;
  readonly ids: readonly string[];
}

export interface LayoutAnswer {
  readonly positions: readonly (readonly [string, Point])[];
  readonly columns: readonly FlowColumn[];
}
