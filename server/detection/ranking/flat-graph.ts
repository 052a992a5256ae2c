export interface WeightedEdge {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/**
 * A weighted undirected graph in typed arrays, nodes numbered from 0 in ascending order of what
 * they stand for. A graphology graph of a million edges takes seconds to build, nearly all of it
 * for texts and objects that nobody asks for.
 */
export interface FlatGraph {
  /** What each node stands for, ascending. */
  readonly names: Int32Array;
  /** Edges in the order they were first given. */
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly weight: Float64Array;
  /**
   * Neighbours of node n, ascending: places offsets[n] .. offsets[n + 1] - 1; `edge` is the edge
   * that leads there.
   */
  readonly offsets: Int32Array;
  readonly neighbour: Int32Array;
  readonly edge: Int32Array;
}

/**
 * Edges of the same two ends are one, their weights added in the order given; an edge of a node to
 * itself is left out.
 */
export function flatGraph(edges: readonly WeightedEdge[]): FlatGraph {
  const kept = edges.filter(({ from, to }) => from !== to);
  const ends = new Int32Array(kept.length * 2);
  kept.forEach(({ from, to }, at) => {
    ends[2 * at] = from;
    ends[2 * at + 1] = to;
  });
  const names = distinct(ends.slice().sort());
  const at = placesOf(names);
  const known = new Map<number, number>();
  const source = new Int32Array(kept.length);
  const target = new Int32Array(kept.length);
  const weight = new Float64Array(kept.length);
  let count = 0;
  for (const { from, to, weight: more } of kept) {
    const [a, b] = [at.get(from) as number, at.get(to) as number];
    const pair = Math.min(a, b) * names.length + Math.max(a, b);
    const before = known.get(pair);
    if (before !== undefined) {
      weight[before]! += more;
      continue;
    }
    known.set(pair, count);
    source[count] = a;
    target[count] = b;
    weight[count] = more;
    count += 1;
  }
  return withNeighbours(
    names,
    source.slice(0, count),
    target.slice(0, count),
    weight.slice(0, count),
  );
}

/** The nodes of `part` (ascending) and the edges among them. */
export function partOf(graph: FlatGraph, part: Int32Array): FlatGraph {
  const inside = placesOf(part);
  const edges: number[] = [];
  for (const node of part) {
    for (let at = graph.offsets[node]!; at < graph.offsets[node + 1]!; at += 1) {
      const edge = graph.edge[at]!;
      if (graph.source[edge] === node && inside.has(graph.target[edge]!)) edges.push(edge);
    }
  }
  const order = Int32Array.from(edges).sort();
  return withNeighbours(
    part.map((node) => graph.names[node]!),
    order.map((edge) => inside.get(graph.source[edge]!) as number),
    order.map((edge) => inside.get(graph.target[edge]!) as number),
    Float64Array.from(order, (edge) => graph.weight[edge]!),
  );
}

/** A graph whose nodes with a single tie have become part of their neighbour. */
export interface FoldedGraph {
  /** For each node of the whole graph the node it is part of here. */
  readonly placeOf: Int32Array;
  /** Weight of the ties within each node. */
  readonly loops: Float64Array;
  /** Ties to other nodes. */
  readonly degrees: Int32Array;
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly weight: Float64Array;
}

/** Of two nodes that have only each other the first one stays. */
export function foldHairs({
  names,
  source,
  target,
  weight,
  offsets,
  neighbour,
}: FlatGraph): FoldedGraph {
  const degreeOf = (node: number) => offsets[node + 1]! - offsets[node]!;
  const placeOf = new Int32Array(names.length).fill(-1);
  let places = 0;
  const isHair = (node: number) => {
    if (degreeOf(node) !== 1) return false;
    const other = neighbour[offsets[node]!]!;
    return degreeOf(other) !== 1 || other < node;
  };
  for (let node = 0; node < names.length; node += 1) {
    if (isHair(node)) continue;
    placeOf[node] = places;
    places += 1;
  }
  for (let node = 0; node < names.length; node += 1) {
    if (placeOf[node] === -1) placeOf[node] = placeOf[neighbour[offsets[node]!]!]!;
  }
  const loops = new Float64Array(places);
  const degrees = new Int32Array(places);
  const kept = { source: new Int32Array(source.length), target: new Int32Array(source.length) };
  const keptWeight = new Float64Array(source.length);
  let count = 0;
  for (let edge = 0; edge < source.length; edge += 1) {
    const [from, to] = [placeOf[source[edge]!]!, placeOf[target[edge]!]!];
    if (from === to) {
      loops[from]! += weight[edge]!;
      continue;
    }
    degrees[from]! += 1;
    degrees[to]! += 1;
    kept.source[count] = from;
    kept.target[count] = to;
    keptWeight[count] = weight[edge]!;
    count += 1;
  }
  return {
    placeOf,
    loops,
    degrees,
    source: kept.source.subarray(0, count),
    target: kept.target.subarray(0, count),
    weight: keptWeight.subarray(0, count),
  };
}

/** As much of graphology's interface as graphology-communities-louvain reads, over the arrays. */
export function asGraphology({ loops, degrees, source, target, weight }: FoldedGraph): object {
  const unused = () => {
    throw new Error("this graph is only read");
  };
  const attributes = { weight: 0 };
  const loopCount = loops.reduce((count, loop) => (loop > 0 ? count + 1 : count), 0);
  const size = source.length + loopCount;
  return {
    type: "undirected",
    multi: false,
    order: loops.length,
    size,
    selfLoopCount: loopCount,
    directedSize: 0,
    undirectedSize: size,
    addUndirectedEdgeWithKey: unused,
    dropNode: unused,
    undirectedDegreeWithoutSelfLoops: (node: number) => degrees[node]!,
    forEachNode: (see: (node: number) => void) => {
      for (let node = 0; node < loops.length; node += 1) see(node);
    },
    forEachEdge: (
      see: (edge: number, attributes: { weight: number }, source: number, target: number) => void,
    ) => {
      for (let edge = 0; edge < source.length; edge += 1) {
        attributes.weight = weight[edge]!;
        see(edge, attributes, source[edge]!, target[edge]!);
      }
      for (let node = 0; node < loops.length; node += 1) {
        if (loops[node] === 0) continue;
        attributes.weight = loops[node]!;
        see(source.length + node, attributes, node, node);
      }
    },
  };
}

function withNeighbours(
  names: Int32Array,
  source: Int32Array,
  target: Int32Array,
  weight: Float64Array,
): FlatGraph {
  const offsets = new Int32Array(names.length + 1);
  for (const ends of [source, target]) for (const node of ends) offsets[node + 1]! += 1;
  for (let node = 0; node < names.length; node += 1) offsets[node + 1]! += offsets[node]!;
  const next = offsets.slice();
  const neighbour = new Int32Array(source.length * 2);
  const edge = new Int32Array(source.length * 2);
  // First every node's edges, then turned round: what is entered in ascending order of its owner
  // comes out ascending (counting sort).
  const half = new Int32Array(source.length * 2);
  const put = (node: number, value: number) => {
    const place = next[node]!;
    half[place] = value;
    next[node] = place + 1;
  };
  for (let at = 0; at < source.length; at += 1) {
    put(source[at]!, at);
    put(target[at]!, at);
  }
  next.set(offsets);
  for (let node = 0; node < names.length; node += 1) {
    for (let at = offsets[node]!; at < offsets[node + 1]!; at += 1) {
      const own = half[at]!;
      const other = (source[own] === node ? target[own] : source[own]) as number;
      const place = next[other]!;
      neighbour[place] = node;
      edge[place] = own;
      next[other] = place + 1;
    }
  }
  return { names, source, target, weight, offsets, neighbour, edge };
}

function placesOf(values: Int32Array): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = 0; at < values.length; at += 1) places.set(values[at]!, at);
  return places;
}

function distinct(sorted: Int32Array): Int32Array {
  return sorted.filter((value, at) => at === 0 || value !== sorted[at - 1]);
}
