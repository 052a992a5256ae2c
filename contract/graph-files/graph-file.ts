/**
 * A graph as other programs take it: Gephi and Cytoscape (GEXF, GraphML), Neo4j and i2 (CSV). Every
 * value is text, so an amount keeps all its digits. Pure.
 */

export interface Field {
  readonly name: string;
  readonly type: "string" | "double" | "long";
}

export interface FileNode {
  readonly id: string;
  readonly label: string;
  /** Where it stands in the picture; null = nowhere. */
  readonly at: { readonly x: number; readonly y: number } | null;
  /** One for each of the node fields; "" = unknown. */
  readonly values: readonly string[];
}

export interface FileEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Major units of the main currency, for a layout only; the fields hold the exact amounts. */
  readonly weight: number;
  readonly values: readonly string[];
}

export interface GraphFile {
  readonly title: string;
  /** What is shown and under which filters, for the reader of the file. */
  readonly description: string;
  /** YYYY-MM-DD. */
  readonly made: string;
  readonly nodeFields: readonly Field[];
  readonly edgeFields: readonly Field[];
  readonly nodes: readonly FileNode[];
  readonly edges: readonly FileEdge[];
}
