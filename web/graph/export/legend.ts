import { graphRole } from "../../../contract/exploring.ts";
import { edgeWidth, largestAmount, scaleAmounts } from "../sizes.ts";
import type { PictureNode } from "../types.ts";
import { nodeShapes } from "./node-shapes.ts";
import { HEAD, LINE, type PicturePage, textWidth } from "./page.ts";
import { circle, round, type Shape } from "./shapes.ts";

const ROLES = graphRole.options;

/** A disc of the legend. */
const SAMPLE: PictureNode = {
  id: "legend",
  label: "",
  role: "none",
  exitKind: null,
  merchant: false,
  flow: 0,
  group: null,
  loop: false,
};

/** Title, filters, legend, amount scale, source and date. */
export function frameShapes(page: PicturePage, top: number, height: number): readonly Shape[] {
  const { picture, palette, lens } = page;
  const plain = (
    text: string,
    x: number,
    y: number,
    size: number,
    weight: number,
    color: string,
  ): Shape => ({
    kind: "text",
    text,
    x: round(x),
    y: round(y),
    size,
    weight,
    color,
  });
  const shapes: Shape[] = [plain(page.title, 20, 22, 16, 620, palette.ink)];
  page.lines.forEach((line, index) => {
    shapes.push(plain(line, 20, HEAD + 12 + index * LINE, 12, 400, palette.ink2));
  });
  let x = 20;
  const legendY = top + lens.height + 24;
  const present = ROLES.filter((role) =>
    picture.nodes.some((node) => node.role === role && node.exitKind === null),
  );
  const neutral = {
    ...page,
    picture: { ...picture, selected: new Set<string>(), emphasis: null },
    lens: { ...lens, scale: 1 },
  };
  for (const role of present) {
    const sample: PictureNode = { ...SAMPLE, role, flow: role === "victim" ? 20e6 : 0 };
    shapes.push(...nodeShapes(sample, { x: x + 8, y: legendY }, neutral));
    shapes.push(plain(page.roleWord(role), x + 22, legendY, 12, 400, palette.ink2));
    x += 40 + textWidth(page.roleWord(role), 12);
  }
  if (picture.nodes.some((node) => node.exitKind !== null && node.exitKind !== "device")) {
    shapes.push({ kind: "path", d: circle(x + 8, legendY, 7), fill: palette.roles.none });
    shapes.push(plain(page.exitWord, x + 22, legendY, 12, 400, palette.ink2));
    x += 40 + textWidth(page.exitWord, 12);
  }
  if (picture.nodes.some((node) => node.exitKind === "device")) {
    const sample: PictureNode = { ...SAMPLE, exitKind: "device" };
    shapes.push(...nodeShapes(sample, { x: x + 8, y: legendY }, neutral));
    shapes.push(plain(page.deviceWord, x + 22, legendY, 12, 400, palette.ink2));
  }
  const largest = largestAmount(picture.edges);
  let scaleX = 20;
  const scaleY = legendY + 24;
  shapes.push(plain(page.amountTitle, scaleX, scaleY, 12, 400, palette.ink2));
  scaleX += textWidth(page.amountTitle, 12) + 16;
  for (const amount of scaleAmounts(largest)) {
    const word = page.amountWord(amount);
    shapes.push(plain(word, scaleX, scaleY, 12, 400, palette.ink2));
    scaleX += textWidth(word, 12) + 8;
    shapes.push({
      kind: "path",
      d: `M${round(scaleX)} ${scaleY}H${round(scaleX + 34)}`,
      stroke: palette.edgeHigh,
      width: round(edgeWidth(amount, largest)),
    });
    scaleX += 52;
  }
  page.footer.forEach((line, index) => {
    shapes.push(
      plain(line, 20, height - 12 - (page.footer.length - 1 - index) * LINE, 11, 400, palette.ink3),
    );
  });
  return shapes;
}
