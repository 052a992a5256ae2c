/** A piece of HTML: a tag with the attributes that matter here, or text. */
export type Token =
  | { readonly kind: "open" | "close"; readonly name: string; readonly attributes: string }
  | { readonly kind: "text"; readonly text: string };

/** Contents of these are no text of the page. */
const SILENT = /^(?:script|style|title|xml|noscript|template)$/;

/** No tag, comment or run of text in a table is longer. */
export const LONGEST_PIECE = 1_000_000;

/**
 * Cuts HTML into tokens as it comes, forgiving as browsers are: tags in any case, attributes with
 * or without quotes, a lone "<" is text. Returns what it could not yet decide on, to be put before
 * the next piece.
 */
export function tokenizer(take: (token: Token) => void) {
  let silentUntil: string | null = null;

  const run = (text: string, last: boolean): string => {
    let at = 0;
    while (at < text.length) {
      const open = text.indexOf("<", at);
      if (open < 0) {
        // Text is handed on at a tag or at the end, so that an entity is never cut in two.
        if (!last) return text.slice(at);
        emitText(text.slice(at));
        return "";
      }
      if (open > at) emitText(text.slice(at, open));
      if (text.startsWith("<!--", open)) {
        const end = text.indexOf("-->", open + 4);
        if (end < 0) return last ? "" : text.slice(open);
        at = end + 3;
        continue;
      }
      const next = text.charCodeAt(open + 1);
      const isTag = next === 47 || next === 33 || next === 63 || isLetter(next);
      if (!isTag) {
        if (open + 1 >= text.length && !last) return text.slice(open);
        emitText("<");
        at = open + 1;
        continue;
      }
      const end = endOfTag(text, open + 1);
      if (end < 0) {
        if (!last) return text.slice(open);
        return "";
      }
      emitTag(text.slice(open + 1, end));
      at = end + 1;
    }
    return "";
  };

  const emitText = (text: string) => {
    if (silentUntil === null) take({ kind: "text", text });
  };

  const emitTag = (inside: string) => {
    const match = /^(\/?)\s*([a-zA-Z][\w:-]*)/.exec(inside);
    if (!match) return;
    const name = (match[2] ?? "").toLowerCase();
    const closes = match[1] === "/";
    if (silentUntil !== null) {
      if (closes && name === silentUntil) silentUntil = null;
      return;
    }
    if (!closes && SILENT.test(name)) {
      if (!inside.endsWith("/")) silentUntil = name;
      return;
    }
    take({ kind: closes ? "close" : "open", name, attributes: inside.slice(match[0].length) });
  };

  return run;
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** The tag's ">", not one inside quotes; a quote that is never closed does not swallow the page. */
function endOfTag(text: string, from: number): number {
  const plain = text.indexOf(">", from);
  if (plain < 0) return -1;
  const quote = /["']/.exec(text.slice(from, plain));
  if (!quote) return plain;
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 62) return at;
    if (code === 34 || code === 39) {
      const close = text.indexOf(code === 34 ? '"' : "'", at + 1);
      if (close < 0) return text.length - from > 5_000 ? plain : -1;
      if (close - at > 5_000) return plain;
      at = close;
    }
    at++;
  }
  return -1;
}

/** A whole number among the attributes: colspan=2, colspan="2". */
export function numberAttribute(attributes: string, name: string): number {
  const found = new RegExp(`\\b${name}\\s*=\\s*["']?\\s*(\\d{1,6})`, "i").exec(attributes);
  return found ? Number(found[1]) : 1;
}
