/**
 * Names in manifests: RFC 8493 §2.1.3 escapes line ends and the percent sign, nothing else.
 */
export function encodePath(path: string): string {
  return path.replace(
    /[%\r\n]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}

export function decodePath(text: string): string {
  return text.replace(/%(0A|0D|25)/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/**
 * Why a path must not be followed, or null: out of the bag, absolute, of another system, or one
 * that two systems read differently. A path that is only written oddly ("./data/x") is made plain
 * by the reader of the manifest before.
 */
export function pathTrick(path: string): string | null {
  if (path === "") return "is empty";
  if (path.includes("\0")) return "contains a zero byte";
  if (path.startsWith("/") || path.startsWith("\\")) return "is absolute";
  if (/^[A-Za-z]:/.test(path)) return "names a drive";
  if (path.startsWith("~")) return "starts in a home folder";
  if (path.includes("\\")) return "contains a backslash";
  const parts = path.split("/");
  if (parts.includes("..")) return "climbs out of the bag";
  if (parts.includes(".") || parts.slice(0, -1).includes("")) return "is not in its plainest form";
  return null;
}

/**
 * Two paths with the same key are one file on some system: letter case and Unicode form differ
 * only.
 */
export function collisionKey(path: string): string {
  return path.normalize("NFC").toLowerCase();
}
