/**
 * An element of a camt entry: small, because an entry is small. Names are local ones, so every
 * version reads alike.
 */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The first element down the path; undefined where a step is missing. */
export function find(
  element: Element | undefined,
  ...path: readonly string[]
): Element | undefined {
  let at = element;
  for (const name of path) at = at?.children.find((child) => child.name === name);
  return at;
}

export function findAll(element: Element | undefined, name: string): readonly Element[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** Text at the end of the path; "" where there is none. */
export function textAt(element: Element | undefined, ...path: readonly string[]): string {
  return find(element, ...path)?.text.trim() ?? "";
}

/** The first non-empty text. */
export function firstOf(...texts: readonly string[]): string {
  return texts.find((text) => text !== "") ?? "";
}
