import type { Locator, Page } from "playwright-core";

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/**
 * Places inside an element where a colour fills a small square, as the screen shows it: for finding
 * a node on a canvas by its role's colour. Coordinates are of the page.
 */
export async function spotsOf(page: Page, element: Locator, color: string): Promise<Spot[]> {
  const box = await element.boundingBox();
  if (!box) throw new Error("The element is not on the screen");
  const picture = (await page.screenshot({ clip: box })).toString("base64");
  const spots = await page.evaluate(
    async ([png, hex]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext("2d");
      if (!context) return [];
      context.drawImage(image, 0, 0);
      const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
      const wanted = [1, 3, 5].map((at) => Number.parseInt((hex ?? "").slice(at, at + 2), 16));
      const same = (x: number, y: number) =>
        wanted.every(
          (value, channel) => Math.abs((data[(y * width + x) * 4 + channel] ?? -99) - value) <= 6,
        );
      const found: { x: number; y: number }[] = [];
      for (let y = 2; y < height - 2; y += 1) {
        for (let x = 2; x < width - 2; x += 1) {
          const square = [-2, 0, 2].every((dx) => [-2, 0, 2].every((dy) => same(x + dx, y + dy)));
          if (square && !found.some((spot) => Math.hypot(spot.x - x, spot.y - y) < 14))
            found.push({ x, y });
        }
      }
      return found;
    },
    [picture, color] as const,
  );
  return spots.map((spot) => ({ x: spot.x + box.x, y: spot.y + box.y }));
}
