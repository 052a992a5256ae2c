import type { GraphRole } from "../../contract/exploring.ts";

/**
 * A picture as the stage draws it, free of Sigma and of the API: pages make a picture, this folder
 * shows it.
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PictureNode {
  readonly id: string;
  readonly label: string;
  readonly role: GraphRole;
  /** An exit instead of an account: cash, pos, crypto, foreign, other. */
  readonly exitKind: string | null;
  readonly merchant: boolean;
  /** Money through it on the stage, in major units; decides size and who gets a name first. */
  readonly flow: number;
  /** Cluster it is laid out and outlined with; null = none. */
  readonly group: string | null;
  /** Transfers to itself: Sigma draws no loops, so the name says it. */
  readonly loop: boolean;
}

export interface PictureEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Major units; a picture's width only, figures come from the server. */
  readonly amount: number;
  /** 0 = straight; opposite relations and parallel transfers are bent apart. */
  readonly curvature: number;
}

export interface PictureGroup {
  readonly id: string;
  readonly name: string;
  readonly note: string;
}

export interface PictureColumn {
  readonly x: number;
  readonly name: string;
  readonly note: string;
}

export interface Picture {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  readonly positions: ReadonlyMap<string, Point>;
  readonly groups: readonly PictureGroup[];
  /** Headings of the money-flow columns; empty in the network layout. */
  readonly columns: readonly PictureColumn[];
  readonly selected: ReadonlySet<string>;
  /** Nodes to stand out, all others dimmed; null = no dimming. */
  readonly emphasis: ReadonlySet<string> | null;
  /** Edges to stand out in ink whatever is selected (a path, a next hop, one relation). */
  readonly marked: ReadonlySet<string>;
  readonly outlines: boolean;
  readonly names: boolean;
  /**
   * While it stays the same the view does not jump; another value is another scene, fitted to the
   * stage.
   */
  readonly frame: string;
}
