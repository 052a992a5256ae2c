import iconv from "iconv-lite";
import type { ExtraField } from "yauzl";

const UTF8_FLAG = 0x0800;
const UNICODE_PATH = 0x7075;

/**
 * Name of a zip member as a person saw it. By the UTF-8 flag or Info-ZIP's Unicode path where there
 * is one, else UTF-8 if it is valid. Else by the Russian code page of the packer: DOS (cp866)
 * letters lie at 80-AF, Windows ones at C0-DF.
 */
export function memberName(raw: Buffer, flags: number, extraFields: readonly ExtraField[]): string {
  const unicode = extraFields.find(
    (field) => field.id === UNICODE_PATH && field.data[0] === 1 && field.data.length > 5,
  );
  if (unicode) return unicode.data.subarray(5).toString("utf8");
  if (flags & UTF8_FLAG || isUtf8(raw)) return raw.toString("utf8");
  const dos = raw.filter((byte) => byte >= 0x80 && byte <= 0xaf).length;
  const windows = raw.filter((byte) => byte >= 0xc0 && byte <= 0xdf).length;
  return iconv.decode(raw, windows > dos ? "rk1048" : "cp866");
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * The name as a label: slashes one way, no steps upwards, no drive, no control characters. It is
 * never used as a path.
 */
export function harmlessName(name: string): string {
  const steps = name
    .replaceAll("\\", "/")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/^[A-Za-z]:/, "")
    .split("/")
    .filter((step) => step !== "" && step !== "." && step !== "..");
  return steps.join("/") || "unnamed";
}

/**
 * What systems leave beside real files: hidden files, macOS resource forks, Office's lock files.
 */
export function isSystemLitter(name: string): boolean {
  return name
    .split("/")
    .some((step) => /^(\.|~\$|__MACOSX$)/.test(step) || /^(thumbs\.db|desktop\.ini)$/i.test(step));
}
