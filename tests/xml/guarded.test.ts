import { describe, expect, it } from "vitest";
import { isUserError } from "../../server/errors/user-error.ts";
import { guardedXml } from "../../server/xml/guarded.ts";

/**
 * Reads the document in pieces of `size` bytes; tells what happened as text, and the source of each
 * <b>.
 */
function read(xml: string | Buffer, size: number) {
  const seen: string[] = [];
  const sources: string[] = [];
  const parser = guardedXml("a.xml", {
    open(name, attributes) {
      seen.push(`<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}=${value}`)}>`);
      if (name === "b") parser.mark();
    },
    close(name) {
      seen.push(`</${name}>`);
      if (name === "b") sources.push(parser.marked());
    },
    text: (text) => seen.push(text),
  });
  const bytes = Buffer.from(xml);
  for (let at = 0; at < bytes.length; at += size) parser.write(bytes.subarray(at, at + size));
  parser.end();
  return { seen: seen.join(""), sources };
}

describe("XML", () => {
  const xml =
    '<?xml version="1.0"?>\r\n<a xmlns:n="u"><n:b k="ж&amp;1">текст &lt;1&gt; 𝕏<c/></n:b>\r\n<!-- <b> --><b><![CDATA[<b>]]></b></a>';

  it("comes out the same wherever the file is cut into pieces", () => {
    const expected = read(xml, 10_000);
    expect(expected.seen).toBe("\n<a xmlns:n=u><b k=ж&1>текст <1> 𝕏<c></c></b>\n<b><b></b></a>");
    expect(expected.sources).toEqual([
      '<n:b k="ж&amp;1">текст &lt;1&gt; 𝕏<c/></n:b>',
      "<b><![CDATA[<b>]]></b>",
    ]);
    for (let size = 1; size < 40; size++) expect(read(xml, size)).toEqual(expected);
  });

  it("gives an element's source whole when it is longer than any piece of the file", () => {
    const long = `<b>${'<c k="я"/>'.repeat(30_000)}</b>`;
    expect(read(`<a>${" ".repeat(70_000)}${long}</a>`, 65_536).sources).toEqual([long]);
  });

  it.each([
    ["an unfinished comment", `<a><!--${"x".repeat(3_000_000)}`],
    ["an unfinished doctype", `<!DOCTYPE ${"x".repeat(3_000_000)}`],
    ["a name without end", `<${"x".repeat(3_000_000)}`],
    ["an attribute without end", `<a b="${"x".repeat(3_000_000)}`],
    ["an unfinished instruction", `<?${"x".repeat(3_000_000)}`],
    ["CDATA without end", `<a><![CDATA[${"x".repeat(3_000_000)}`],
  ])("stops waiting for the end of %s", (_, evil) => {
    let passed = 0;
    const parser = guardedXml("evil.xml", { open() {}, close() {}, text() {} });
    const bytes = Buffer.from(evil);
    try {
      for (; passed < bytes.length; passed += 65_536)
        parser.write(bytes.subarray(passed, passed + 65_536));
      throw new Error("read to the end");
    } catch (error) {
      if (!isUserError(error)) throw error;
      expect(["xml-text-too-long", "xml-broken", "xml-doctype"]).toContain(error.code);
    }
    expect(passed).toBeLessThan(1_300_000);
  });
});
