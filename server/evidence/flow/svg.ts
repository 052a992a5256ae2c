import { cleanText } from "../../../contract/clean-text.ts";
import type { DocumentLanguage } from "../../../contract/document-language.ts";
import type { CaseFacts } from "../case-facts.ts";
import type { Texts } from "../texts/document-texts.ts";
import { timeFigures } from "../words/dates.ts";
import { moneyFigures } from "../words/money.ts";
import { condense, type Flow, type FlowGraph, flowGraph, traceOfFlow } from "./graph.ts";
import {
  type FlowLayout,
  layoutFlow,
  NODE_WIDTH,
  type PlacedEdge,
  type PlacedNode,
} from "./layout.ts";

/**
 * Colours carry no inference: victims and exits are facts of the rows; what an account did is not
 * painted here.
 */
const COLOUR = {
  victim: "#4c88ee",
  account: "#465062",
  exit: "#cc1c48",
  returned: "#4c88ee",
  direct: "#9dbcf5",
  traced: "#c3cad5",
  ink: "#111827",
  grey: "#465062",
  line: "#cbd2dc",
} as const;
const MARGIN = 32;
const COLUMN = 250;
const LABEL = 190;
const HEAD = 92;
const FOOT = 132;
const BODY = { node: 80, least: 160, most: 420 };
const PER_LAYER = 40;

export interface FlowPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws one flow of a case, with legend, scale, what was filtered, sources and
 * date; null where nothing flowed.
 */
export function drawFlow(
  facts: CaseFacts,
  flow: Flow,
  language: DocumentLanguage,
  texts: Texts,
): FlowPicture | null {
  const { currency, convertedFrom } = flow;
  const whole = flowGraph(facts, flow);
  if (whole.edges.length === 0) return null;
  const shown = condense(whole, PER_LAYER);
  const layout = layoutFlow(shown, COLUMN, bodyHeight(shown));
  const width = Math.max(layout.width + LABEL, 720) + 2 * MARGIN;
  const height = HEAD + layout.height + FOOT;
  const money = (amount: bigint) => `${moneyFigures(amount, currency, language)} ${currency}`;
  const words = texts.flow;
  const title = `${words.title}. ${texts.calculation.case} ${facts.case.id}: ${facts.case.title}`;
  const method = texts.methods[traceOfFlow(facts, flow)?.method ?? "direct"];
  const rule = convertedFrom === null ? method : `${method}; ${words.exchanged(convertedFrom)}`;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}" role="img" aria-labelledby="t" font-family="Noto Sans, Inter, Arial, sans-serif" font-size="11" fill="${COLOUR.ink}">`,
    `<title id="t">${xml(title)}</title>`,
    `<rect width="${n(width)}" height="${n(height)}" fill="#ffffff"/>`,
    text(MARGIN, 34, fitting(title, width, 16), `font-size="16" font-weight="600"`),
    text(MARGIN, 52, `${words.rule}: ${rule}`, `fill="${COLOUR.grey}"`),
    ...heads(layout, shown, words, money),
    `<g transform="translate(${MARGIN} ${HEAD})">`,
    ...layout.edges.map((edge) => ribbon(edge, shown, money, texts)),
    ...layout.nodes.flatMap((node) => box(node, money, texts)),
    "</g>",
    ...legend(layout, HEAD + layout.height + 28, currency, money, texts),
    ...footer(facts, whole, shown, { y: HEAD + layout.height + 74, width }, language, texts),
    "</svg>",
  ];
  return { svg: `${parts.join("\n")}\n`, width, height };
}

/** A picture of two accounts is not made as tall as one of forty. */
function bodyHeight(graph: FlowGraph): number {
  const counts = new Map<number, number>();
  for (const node of graph.nodes) counts.set(node.layer, (counts.get(node.layer) ?? 0) + 1);
  return Math.min(BODY.most, Math.max(BODY.least, Math.max(...counts.values()) * BODY.node));
}

function heads(
  layout: FlowLayout,
  graph: FlowGraph,
  words: Texts["flow"],
  money: (amount: bigint) => string,
): string[] {
  return layout.layers.flatMap((layer, at) => {
    const nodes = graph.nodes.filter((node) => node.layer === layer);
    const kind = nodes[0]?.kind ?? "account";
    const count = nodes.reduce((sum, node) => sum + node.count, 0);
    const label = {
      victim: `${words.victims}: ${graph.victims}`,
      account: `${words.step(layer)}: ${count}`,
      exit: words.exits,
      returned: words.returned,
    }[kind];
    const side = kind === "victim" ? "sent" : "received";
    const sum = nodes.reduce((all, node) => all + node[side], 0n);
    const x = MARGIN + at * COLUMN;
    return [
      text(x, HEAD - 24, label, `font-weight="600"`),
      text(x, HEAD - 10, money(sum), `fill="${COLOUR.grey}"`),
    ];
  });
}

function ribbon(
  edge: PlacedEdge,
  graph: FlowGraph,
  money: (amount: bigint) => string,
  texts: Texts,
): string {
  const { x1, y1, x2, y2 } = edge;
  const bend = Math.max(60, Math.abs(x2 - x1) / 2);
  const path = `M${n(x1)} ${n(y1)}C${n(x1 + bend)} ${n(y1)} ${n(x2 - bend)} ${n(y2)} ${n(x2)} ${n(y2)}`;
  const name = (id: string) => nameOf(graph.nodes.find((node) => node.id === id) ?? null, texts);
  const kind = edge.direct ? texts.flow.direct : texts.flow.traced;
  const label = `${name(edge.from)} → ${name(edge.to)}: ${money(edge.amount)} (${edge.transfers}; ${kind})`;
  const colour = edge.direct ? COLOUR.direct : COLOUR.traced;
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${n(edge.width)}" stroke-opacity="0.75"><title>${xml(label)}</title></path>`;
}

function box(node: PlacedNode, money: (amount: bigint) => string, texts: Texts): string[] {
  const x = node.x + NODE_WIDTH + 5;
  const middle = node.y + node.height / 2;
  const figure = node.kind === "victim" ? node.sent : node.received;
  const lines = [
    nameOf(node, texts),
    ...(node.kind === "exit" || node.count > 1 ? [] : [node.number]),
    [
      money(figure),
      ...(node.held !== null && node.held > 0n ? [`${texts.flow.held} ${money(node.held)}`] : []),
      ...(node.beyond !== null && node.beyond > 0n
        ? [`${texts.flow.beyond} ${money(node.beyond)}`]
        : []),
    ].join(" · "),
  ];
  const top = middle - ((lines.length - 1) * 12) / 2 + 4;
  return [
    `<rect x="${n(node.x)}" y="${n(node.y)}" width="${NODE_WIDTH}" height="${n(node.height)}" rx="2" fill="${COLOUR[node.kind]}"/>`,
    ...lines.map((line, at) => {
      const style = at === 0 ? `font-weight="600"` : `font-size="9" fill="${COLOUR.grey}"`;
      const words = at === 0 ? shorten(line, 34) : line;
      // Drawn twice, since not every reader of SVG knows paint-order: a white edge below, the
      // letters above.
      return (
        text(x, top + at * 12, words, `${style} ${HALO}`) + text(x, top + at * 12, words, style)
      );
    }),
  ];
}

/** Letters stay readable over ribbons. */
const HALO = `stroke="#ffffff" stroke-width="3" stroke-linejoin="round" aria-hidden="true"`;

function legend(
  layout: FlowLayout,
  y: number,
  currency: string,
  money: (amount: bigint) => string,
  texts: Texts,
): string[] {
  const words = texts.flow;
  const sample = roundBelow(30 / layout.scale);
  const mark = (x: number, colour: string, label: string) => [
    `<rect x="${x}" y="${n(y - 8)}" width="24" height="8" fill="${colour}"/>`,
    text(x + 30, y, label),
  ];
  return [
    text(MARGIN, y - 16, words.legend, `font-weight="600"`),
    ...mark(MARGIN, COLOUR.direct, words.direct),
    ...mark(MARGIN + 260, COLOUR.traced, words.traced),
    `<rect x="${MARGIN}" y="${n(y + 10)}" width="24" height="${n(Number(sample) * layout.scale)}" fill="${COLOUR.line}"/>`,
    text(MARGIN + 30, y + 22, `${words.scale}: ${money(sample)}`),
  ].filter((part) => part !== "" && currency !== "");
}

/** The largest 1, 2 or 5 times a power of ten not above `value`. */
function roundBelow(value: number): bigint {
  const power = 10n ** BigInt(Math.max(0, Math.floor(Math.log10(Math.max(1, value)))));
  const factor = [5n, 2n, 1n].find((one) => Number(one * power) <= value) ?? 1n;
  return factor * power;
}

function footer(
  facts: CaseFacts,
  whole: FlowGraph,
  shown: FlowGraph,
  { y, width }: { readonly y: number; readonly width: number },
  language: DocumentLanguage,
  texts: Texts,
): string[] {
  const words = texts.flow;
  const apart = shown.nodes.filter((node) => node.count === 1).length;
  const filter =
    shown.nodes.length === whole.nodes.length
      ? words.everything
      : words.shown(apart, whole.nodes.length, shown.edges.length, whole.edges.length);
  const sources = facts.sources.map(
    (source) => `${source.fileName ?? "?"} (${source.sha256.slice(0, 12)})`,
  );
  const named =
    sources.slice(0, 4).join(", ") +
    (sources.length > 4 ? `, ${words.rest(sources.length - 4)}` : "");
  const lines = [
    filter,
    `${words.sources}: ${named}`,
    `${words.asOf} ${timeFigures(facts.asOf, "minutes")} (UTC+5)`,
  ];
  return [
    `<line x1="${MARGIN}" y1="${n(y - 14)}" x2="${MARGIN + 640}" y2="${n(y - 14)}" stroke="${COLOUR.line}"/>`,
    ...lines.map((line, at) =>
      text(
        MARGIN,
        y + at * 14,
        fitting(line, width, 9.5),
        `font-size="9.5" fill="${COLOUR.grey}" xml:lang="${language}"`,
      ),
    ),
  ];
}

function nameOf(
  node: { kind: string; name: string | null; id: string; count: number } | null,
  texts: Texts,
): string {
  if (node === null) return "";
  if (node.count > 1) return texts.flow.rest(node.count);
  if (node.kind === "exit")
    return texts.flow.exit[node.name ?? "other"] ?? texts.flow.exit.other ?? "";
  return node.name ?? texts.calculation.unknown;
}

/** The part of a line that fits between the margins; the whole title stays in the file's own title. */
function fitting(line: string, width: number, size: number): string {
  return shorten(line, Math.floor((width - 2 * MARGIN) / (size * WIDEST)));
}

/** Width of an average letter of a Kazakh or Russian text, in parts of the size of the type. */
const WIDEST = 0.62;

function shorten(value: string, letters: number): string {
  return value.length > letters ? `${value.slice(0, letters - 1)}…` : value;
}

function text(x: number, y: number, value: string, style = ""): string {
  return `<text x="${n(x)}" y="${n(y)}" ${style}>${xml(value)}</text>`;
}

function xml(value: string): string {
  return cleanText(value)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Two decimals, so that no machine's last digit changes the bytes. */
function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}
