import type { Page } from "playwright-core";

/**
 * What a careful eye would see at once, measured: words that run out of their box, controls outside
 * the screen or upon one another, choices too long for their field, days written for machines.
 */
export async function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const style = (element: Element) => getComputedStyle(element);
    const isClip = (element: Element) => ["hidden", "clip"].includes(style(element).overflowX);
    const scrolls = (element: Element) => ["auto", "scroll"].includes(style(element).overflowX);
    const isSeen = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.clientWidth !== 1;
    const short = (text: string) => text.replace(/\s+/g, " ").trim().slice(0, 60);

    /** The right edge up to which an element can be seen or scrolled to. */
    const edgeOf = (element: Element): number => {
      for (let box = element.parentElement; box; box = box.parentElement) {
        if (scrolls(box) && box.scrollWidth > box.clientWidth) return Number.POSITIVE_INFINITY;
        if (isClip(box) && box.clientWidth > 2) return box.getBoundingClientRect().right;
      }
      return window.innerWidth;
    };

    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode() as Text | null; node; node = texts.nextNode() as Text | null) {
      const text = node.textContent ?? "";
      const element = node.parentElement;
      if (text.trim() === "" || !element || !isSeen(element)) continue;
      if (["SCRIPT", "STYLE", "OPTION", "TEXTAREA"].includes(element.tagName)) continue;
      if (/(?<![\d-])\d{4}-\d\d-\d\d(?![\d-])/.test(text))
        faults.push(`ISO day in "${short(text)}"`);
      if (element.closest("[title]") !== null || element.closest("canvas, svg") !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { right } = range.getBoundingClientRect();
      if (right > edgeOf(node as unknown as Element) + 1) faults.push(`cut off "${short(text)}"`);
    }

    const controls = [
      ...document.querySelectorAll("button, input, select, textarea, label, summary"),
    ]
      .filter((one) => isSeen(one) && !one.closest("[aria-hidden=true]"))
      .filter((one) => style(one).opacity !== "0" && (one as HTMLInputElement).type !== "file");
    const nameOf = (one: Element) =>
      short(one.getAttribute("aria-label") ?? (one.textContent || one.tagName));
    for (const one of controls) {
      const { left, right, width } = one.getBoundingClientRect();
      if (width > 2 && (left < -1 || right > edgeOf(one) + 1))
        faults.push(`outside the screen: ${nameOf(one)}`);
    }

    /** The part of an element that a list which scrolls leaves in sight. */
    const inSight = (element: Element) => {
      const { left, right, ...whole } = element.getBoundingClientRect().toJSON() as DOMRect;
      let { top, bottom } = whole;
      for (let box = element.parentElement; box; box = box.parentElement) {
        if (!scrolls(box)) continue;
        const edge = box.getBoundingClientRect();
        top = Math.max(top, edge.top);
        bottom = Math.min(bottom, edge.bottom);
      }
      return { left, right, top, bottom };
    };
    type Box = ReturnType<typeof inSight>;
    const parted = (a: Box, b: Box) =>
      a.right <= b.left + 1 ||
      b.right <= a.left + 1 ||
      a.bottom <= a.top ||
      b.bottom <= b.top ||
      a.bottom <= b.top + 1 ||
      b.bottom <= a.top + 1;
    for (const form of document.querySelectorAll("main form, main details, main section")) {
      const own = controls.filter((one) => form.contains(one));
      if (own.length > 60) continue;
      for (const [at, one] of own.entries())
        for (const other of own.slice(at + 1)) {
          if (one.contains(other) || other.contains(one)) continue;
          // A field's own buttons (clear, open) stand inside its box.
          const box = one.closest("[class*=Input-wrapper], [class*=PillsInput]");
          if (box?.contains(other)) continue;
          if (!parted(inSight(one), inSight(other)))
            faults.push(`one upon the other: ${nameOf(one)} | ${nameOf(other)}`);
        }
    }

    const pen = document.createElement("canvas").getContext("2d");
    const widthOf = (text: string, like: Element) => {
      if (!pen) return 0;
      pen.font = style(like).font;
      return pen.measureText(text).width;
    };
    const room = (field: Element) =>
      field.clientWidth -
      Number.parseFloat(style(field).paddingLeft) -
      Number.parseFloat(style(field).paddingRight);
    for (const field of document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
      "main input, main select",
    )) {
      if (!isSeen(field) || field.clientWidth < 30) continue;
      const said =
        field instanceof HTMLSelectElement
          ? (field.selectedOptions[0]?.text ?? "")
          : field.readOnly
            ? field.value
            : field.value === ""
              ? field.placeholder
              : "";
      if (widthOf(said, field) > room(field) + 1 && field.title === "")
        faults.push(`too long for its field: "${short(said)}"`);
    }
    return [...new Set(faults)];
  });
}
