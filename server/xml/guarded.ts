import { SaxesParser, type SaxesTagPlain } from "saxes";
import { UserError } from "../errors/user-error.ts";
import { type XmlDecoder, xmlDecoder } from "./decode.ts";

/**
 * The only way XML comes into the product. Streams, and refuses in bounded memory what no bank file
 * has. That is a doctype (with it every entity trick: XXE, billion laughs), nesting deeper than 64,
 * a text or attribute over 1 MB, or over 256 attributes on one element.
 */
export interface XmlEvents {
  /** Name without its prefix; attribute names as written. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  /** Text and CDATA between two tags; may come in several pieces. */
  text(text: string): void;
}

export interface GuardedXml {
  write(bytes: Buffer): void;
  /** Says that the file is over; throws if an element is still open. */
  end(): void;
  /** Inside `open`: remember the source text from this element's start tag on. */
  mark(): void;
  /** Inside `close`: the source text from the mark to this element's end. */
  marked(): string;
}

export const XML_LIMITS = { depth: 64, text: 1_000_000, attributes: 256 } as const;

export function guardedXml(file: string, events: XmlEvents): GuardedXml {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({
    xmlns: false,
    position: false,
  });
  const source = sourceWindow(() => parser.position);
  let decoder: XmlDecoder | null = null;
  let pending: Buffer = Buffer.alloc(0);
  let depth = 0;
  let lastEvent = 0;

  parser.on("doctype", () =>
    refuse(file, "xml-doctype", "it has a document type declaration (DOCTYPE)"),
  );
  parser.on("error", (error) => {
    throw broken(file, error.message, parser.line);
  });
  parser.on("opentag", (tag: SaxesTagPlain) => {
    depth++;
    if (depth > XML_LIMITS.depth) {
      refuse(file, "xml-too-deep", `elements are nested deeper than ${XML_LIMITS.depth}`);
    }
    // Counted only for long tags, and not by saxes' attribute event, which makes it six times
    // slower.
    if (
      parser.position - lastEvent > XML_LIMITS.attributes &&
      countOf(tag.attributes) > XML_LIMITS.attributes
    ) {
      refuse(
        file,
        "xml-too-many-attributes",
        `an element has more than ${XML_LIMITS.attributes} attributes`,
      );
    }
    lastEvent = parser.position;
    events.open(localName(tag.name), tag.attributes);
  });
  parser.on("closetag", (tag: SaxesTagPlain) => {
    lastEvent = parser.position;
    depth--;
    events.close(localName(tag.name));
  });
  const text = (piece: string) => {
    lastEvent = parser.position;
    if (piece.length > XML_LIMITS.text) tooLong();
    events.text(piece);
  };
  parser.on("text", text);
  parser.on("cdata", text);
  parser.on("comment", () => {
    lastEvent = parser.position;
  });

  const tooLong = () =>
    refuse(
      file,
      "xml-text-too-long",
      `one text or attribute is longer than ${XML_LIMITS.text} characters`,
    );

  const feed = (piece: string) => {
    // In small pieces, so that the wait for the end of an endless text stays bounded.
    for (let at = 0; at < piece.length; at += 65_536) {
      const part = piece.length <= 65_536 ? piece : piece.slice(at, at + 65_536);
      source.add(part);
      parser.write(part);
      source.trim();
      if (parser.position - lastEvent > XML_LIMITS.text) tooLong();
    }
  };

  return {
    write(bytes) {
      if (decoder === null) {
        pending = pending.length === 0 ? bytes : Buffer.concat([pending, bytes]);
        if (pending.length < 256) return;
        decoder = xmlDecoder(file, pending);
        feed(withoutBlanks(decoder.decode(pending)));
        return;
      }
      feed(decoder.decode(bytes));
    },
    end() {
      if (decoder === null) {
        decoder = xmlDecoder(file, pending);
        feed(withoutBlanks(decoder.decode(pending)));
      }
      feed(decoder.end());
      parser.close();
    },
    mark: source.mark,
    marked: source.marked,
  };
}

/**
 * Programs that put reports together leave an empty line before the declaration; it says nothing.
 */
function withoutBlanks(start: string): string {
  return start.replace(/^\ufeff?\s+(?=<\?xml)/, "");
}

function countOf(attributes: Readonly<Record<string, string>>): number {
  return Object.keys(attributes).length;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Keeps just enough of the source text to give back the element being read. */
function sourceWindow(position: () => number) {
  let kept = "";
  let start = 0;
  let from: number | null = null;
  return {
    add(piece: string) {
      kept += piece;
    },
    trim() {
      // Unmarked, only an unfinished tag may be wanted later.
      const cut = from === null ? kept.lastIndexOf("<") : from - start;
      if (cut > 0) {
        kept = kept.slice(cut);
        start += cut;
      }
    },
    mark() {
      from = start + kept.lastIndexOf("<", position() - start - 1);
    },
    marked(): string {
      if (from === null) return "";
      const text = kept.slice(from - start, position() - start);
      from = null;
      return text;
    },
  };
}

function refuse(file: string, code: string, what: string): never {
  throw new UserError({
    code,
    message: `${file}: ${what}. No bank statement needs that, so the file is not read.`,
    remedy:
      "Ask the sender for a plain export; do not open the file in other programs until its origin is clear.",
    params: { file },
  });
}

function broken(file: string, what: string, line: number): UserError {
  return new UserError({
    code: "xml-broken",
    message: `${file}: the XML is broken near line ${line}: ${what.replace(/^undefined:/, "").slice(0, 200)}`,
    remedy: "The file was probably cut off or changed by hand: ask the sender for it again.",
    params: { file, line },
  });
}
