/** Attributes of the graph Sigma draws; everything is worked out before, no reducers. */
export interface NodeAttributes {
  [attribute: string]: unknown;
  x: number;
  y: number;
  size: number;
  color: string;
  type: string;
  zIndex: number;
  outer: string;
  outerWidth: number;
  inner: string;
  innerWidth: number;
  image: string | null;
  iconColor: string;
  label: string;
}

export interface EdgeAttributes {
  [attribute: string]: unknown;
  size: number;
  color: string;
  type: string;
  zIndex: number;
  curvature: number;
}
