import ts from "typescript";
import { describe, expect, it } from "vitest";
import { filesOf } from "../support/imports.ts";

/**
 * Children written side by side in one element that carry computed keys. Two such keys may be
 * equal (both the id of what is shown), and React then leaves the children of the last subject
 * standing under the next: key the parent, or only one of them.
 */
function keyedSiblings(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxElement(node) || ts.isJsxFragment(node)) {
      const keyed = node.children.filter((child) => shownBy(child).some(hasComputedKey));
      if (keyed.length > 1)
        found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The elements that a child stands for; those of a list are siblings only of each other. */
function shownBy(node: ts.Node): (ts.JsxElement | ts.JsxSelfClosingElement)[] {
  if (ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node)) return [node];
  if (ts.isJsxExpression(node)) return node.expression ? shownBy(node.expression) : [];
  if (ts.isParenthesizedExpression(node)) return shownBy(node.expression);
  if (ts.isBinaryExpression(node)) return [...shownBy(node.left), ...shownBy(node.right)];
  if (ts.isConditionalExpression(node))
    return [...shownBy(node.whenTrue), ...shownBy(node.whenFalse)];
  return [];
}

function hasComputedKey(element: ts.JsxElement | ts.JsxSelfClosingElement): boolean {
  const { attributes } = ts.isJsxElement(element) ? element.openingElement : element;
  return attributes.properties.some(
    (one) =>
      ts.isJsxAttribute(one) &&
      one.name.getText() === "key" &&
      one.initializer !== undefined &&
      ts.isJsxExpression(one.initializer),
  );
}

describe("children side by side", () => {
  it("carry at most one computed key, so that no two can be equal", () => {
    const pages = filesOf(/^web\/.*\.tsx$/);
    expect(pages.size).toBeGreaterThan(100);
    expect([...pages].flatMap(([path, text]) => keyedSiblings(path, text))).toEqual([]);
  });

  it("are found also behind a condition", () => {
    const planted = "const a = <div>{x && (<A key={x.id} />)}<B key={y.id} /><C key='c' /></div>;";
    expect(keyedSiblings("planted.tsx", planted)).toEqual(["planted.tsx:1"]);
    const lists =
      "const a = <div>{xs.map((x) => <A key={x} />)}{ys.map((y) => <A key={y} />)}</div>;";
    expect(keyedSiblings("planted.tsx", lists)).toEqual([]);
  });
});
