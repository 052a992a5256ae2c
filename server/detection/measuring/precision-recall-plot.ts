import type { CurvePoint } from "./metrics.ts";

const WIDTH = 640;
const HEIGHT = 420;
const LEFT = 60;
const BOTTOM = 50;
const TOP = 30;
const RIGHT = 20;

/**
 * Precision over recall as an SVG picture with axes, title and the base rate as a line: for the
 * limits page and the note.
 */
export function precisionRecallSvg(
  title: string,
  curves: readonly { name: string; points: readonly CurvePoint[] }[],
  base: number,
): string {
  const x = (recall: number) => (LEFT + recall * (WIDTH - LEFT - RIGHT)).toFixed(1);
  const y = (precision: number) =>
    (HEIGHT - BOTTOM - precision * (HEIGHT - BOTTOM - TOP)).toFixed(1);
  const colours = ["#0b5fa5", "#b3541e", "#4a7c59", "#7a4a8c"];
  const grid = [0, 0.25, 0.5, 0.75, 1].map(
    (value) =>
      `<line x1="${x(0)}" x2="${x(1)}" y1="${y(value)}" y2="${y(value)}" stroke="#ddd"/>` +
      `<text x="${LEFT - 8}" y="${y(value)}" text-anchor="end" dominant-baseline="middle">${value}</text>` +
      `<text x="${x(value)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${value}</text>`,
  );
  const lines = curves.map(({ name, points }, index) => {
    const colour = colours[index % colours.length];
    const path = points.map((point) => `${x(point.recall)},${y(point.precision)}`).join(" ");
    return (
      `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${path}"/>` +
      `<text x="${WIDTH - RIGHT - 6}" y="${TOP + 16 + index * 18}" text-anchor="end" fill="${colour}">${xmlText(name)}</text>`
    );
  });
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="${LEFT}" y="18" font-weight="bold">${xmlText(title)}</text>`,
    ...grid,
    `<line x1="${x(0)}" x2="${x(1)}" y1="${y(base)}" y2="${y(base)}" stroke="#888" stroke-dasharray="4 4"/>`,
    `<text x="${(LEFT + WIDTH) / 2}" y="${HEIGHT - 10}" text-anchor="middle">recall</text>`,
    `<text x="16" y="${HEIGHT / 2}" text-anchor="middle" transform="rotate(-90 16 ${HEIGHT / 2})">precision</text>`,
    ...lines,
    "</svg>",
  ].join("\n")}\n`;
}

function xmlText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
