import iconv from "iconv-lite";
import { UserError } from "../errors/user-error.ts";

export interface XmlDecoder {
  decode(bytes: Buffer): string;
  end(): string;
}

const BOMS: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
];

/**
 * Decodes an XML file by its byte order mark, else its declaration, else as UTF-8 (XML 1.0,
 * appendix F). `head` is the first piece of the file. Bytes that are no UTF-8 in a file that says
 * so are an error: a letter guessed in a name is worse than a file sent back.
 */
export function xmlDecoder(file: string, head: Buffer): XmlDecoder {
  const encoding = xmlEncoding(head);
  if (/^utf-?(8|16)/.test(encoding) || encoding === "us-ascii")
    return strictUnicode(file, encoding);
  if (!iconv.encodingExists(encoding)) {
    throw new UserError({
      code: "xml-encoding-unknown",
      message: `${file}: the XML says it is written in "${String(encoding).slice(0, 40)}", an encoding nobody here knows.`,
      remedy:
        'Open the file in an editor, save it as UTF-8 with encoding="UTF-8" in the first line, and load it again.',
      params: { file },
    });
  }
  // RK1048 is windows-1251 with the Kazakh letters where 1251 has Serbian ones.
  const decoder = iconv.getDecoder(encoding === "windows-1251" ? "rk1048" : encoding);
  return { decode: (bytes) => decoder.write(bytes), end: () => decoder.end() ?? "" };
}

function xmlEncoding(head: Buffer): string {
  const bom = BOMS.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte));
  if (bom) return bom.encoding;
  if (head[0] === 0x3c && head[1] === 0) return "utf-16le";
  if (head[0] === 0 && head[1] === 0x3c) return "utf-16be";
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(
    head.subarray(0, 1024).toString("latin1"),
  );
  return declared?.[1]?.toLowerCase() ?? "utf-8";
}

function strictUnicode(file: string, encoding: string): XmlDecoder {
  const label =
    encoding.startsWith("utf-16") || encoding === "utf16"
      ? encoding === "utf-16be"
        ? encoding
        : "utf-16le"
      : "utf-8";
  const decoder = new TextDecoder(label, { fatal: true });
  const run = (bytes: Buffer | null): string => {
    try {
      return bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch (cause) {
      throw new UserError({
        code: "xml-encoding-broken",
        message: `${file}: the XML says it is ${label.toUpperCase()}, but some of its bytes are not.`,
        remedy:
          "Ask the sender for the file again, or save it once more as UTF-8 from the program that made it.",
        params: { file },
        cause,
      });
    }
  };
  return { decode: (bytes) => run(bytes), end: () => run(null) };
}
