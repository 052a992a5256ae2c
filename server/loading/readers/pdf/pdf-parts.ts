import { inflateSync } from "node:zlib";
import { PDF_LIMITS } from "./pdf-limits.ts";

/** What is wrong with a packed part (a stream) of a PDF. */
export interface PartFault {
  readonly fault: "packed-twice" | "unpacks-too-large" | "damaged";
  /** Number of the object the part belongs to; null where it stands in none. */
  readonly object: number | null;
}

const BEGINS = /(?:(\d{1,10})\s+\d{1,5}\s+obj\b[\s\S]{0,20})?$/;
const DICTIONARY_REACH = 8_192;
const PACKINGS = /\/(?:FlateDecode|LZWDecode|RunLengthDecode|Fl|LZW|RL)\b/g;
const NO_TEXT = /\/Subtype\s*\/(?:Image|XML)\b|\/Type\s*\/Metadata\b/;

/** What a look at the parts found: a fault, or whether some of the text is not shown. */
export type PartsSeen = PartFault | { readonly fault: null; readonly hiddenText: boolean };

/** Text drawn in mode 3 is on the page and not seen: most often letters recognised in a scan. */
const HIDDEN_TEXT = /(?:^|\s)3\s+Tr(?=\s|$)/;

/**
 * Looks at every packed part of the file before anything else reads it. Readers of PDF unpack what
 * they are given, and pass over damage without a word; the parts carry a checksum that tells.
 * Pictures are left alone: their contents are never read.
 */
export function lookAtParts(file: Buffer): PartsSeen {
  // Locked parts are noise until they are unlocked.
  if (/\/Encrypt\s+\d+\s+\d+\s+R/.test(file.toString("latin1")))
    return { fault: null, hiddenText: false };
  let all = 0;
  let hiddenText = false;
  for (const { dictionary, object, data } of partsOf(file)) {
    const packings = dictionary.match(PACKINGS) ?? [];
    if (packings.length > 1) return { fault: "packed-twice", object };
    if (NO_TEXT.test(dictionary) || !/Fl(?:ateDecode)?$/.test(packings[0] ?? "")) continue;
    if (/\/ASCII(?:85|Hex)Decode|\/A(?:85|Hx)\b/.test(dictionary)) continue;
    const unpacked = unpackedPart(data);
    if (typeof unpacked === "string") return { fault: unpacked, object };
    all += unpacked.length;
    hiddenText ||= isContent(dictionary) && HIDDEN_TEXT.test(unpacked.toString("latin1"));
    if (all > PDF_LIMITS.allPartsBytes) return { fault: "unpacks-too-large", object };
  }
  return { fault: null, hiddenText };
}

/** A page's or form's drawing; fonts, tables and the like name their type or lengths. */
function isContent(dictionary: string): boolean {
  return !/\/(?:Length1|Type\s*\/(?!XObject)|Subtype\s*\/(?!Form))/.test(dictionary);
}

interface Part {
  readonly dictionary: string;
  readonly object: number | null;
  readonly data: Buffer;
}

function* partsOf(file: Buffer): Generator<Part> {
  let at = file.indexOf("stream");
  while (at !== -1) {
    const before = file.subarray(Math.max(0, at - DICTIONARY_REACH), at).toString("latin1");
    const begin = afterNewline(file, at + "stream".length);
    const dictionary = dictionaryBefore(before);
    if (begin === null || dictionary === null) {
      at = file.indexOf("stream", at + 6);
      continue;
    }
    const end = endOf(file, begin, dictionary.text);
    yield {
      dictionary: dictionary.text,
      object: dictionary.object,
      data: file.subarray(begin, end),
    };
    at = file.indexOf("stream", end + "endstream".length);
  }
}

/** The dictionary that ends right before the word "stream", back to the object it belongs to. */
function dictionaryBefore(text: string): { text: string; object: number | null } | null {
  if (!/>>\s*$/.test(text)) return null;
  const at = text.lastIndexOf(" obj");
  const from = at === -1 ? text.lastIndexOf("\nobj") : at;
  if (from === -1) return null;
  const object = BEGINS.exec(text.slice(0, from + 4))?.[1];
  return { text: text.slice(from + 4), object: object === undefined ? null : Number(object) };
}

function afterNewline(file: Buffer, at: number): number | null {
  if (file[at] === 10) return at + 1;
  if (file[at] === 13) return file[at + 1] === 10 ? at + 2 : at + 1;
  return null;
}

/** The length the dictionary gives where it fits, else the next "endstream". */
function endOf(file: Buffer, begin: number, dictionary: string): number {
  const told = /\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1];
  const length = told === undefined ? Number.NaN : Number(told);
  const after = file.subarray(begin + length, begin + length + 12).toString("latin1");
  if (/^\s*endstream/.test(after)) return begin + length;
  const next = file.indexOf("endstream", begin);
  return next === -1 ? file.length : next;
}

/** What it unpacks to, or what is wrong with it. */
function unpackedPart(data: Buffer): Buffer | "damaged" | "unpacks-too-large" {
  try {
    return inflateSync(data, { maxOutputLength: PDF_LIMITS.partBytes });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code === "ERR_BUFFER_TOO_LARGE" ? "unpacks-too-large" : "damaged";
  }
}
