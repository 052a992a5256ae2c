import { isIP } from "node:net";

/**
 * An IP address in one spelling: without port and brackets, IPv6 in small letters and shortened
 * (RFC 5952), IPv4 inside IPv6 as IPv4. Null for anything else.
 */
export function normaliseAddress(text: string): string | null {
  const bare = withoutPort(text.trim());
  if (isIP(bare) === 4) return bare;
  if (isIP(bare) !== 6 || bare.includes("%")) return null;
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(bare)?.[1];
  if (mapped !== undefined) return mapped;
  return new URL(`http://[${bare}]`).hostname.slice(1, -1);
}

function withoutPort(text: string): string {
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1];
  return bracketed ?? /^(\d{1,3}(?:\.\d{1,3}){3}):\d+$/.exec(text)?.[1] ?? text;
}

/** An address that no single subscriber has, by its block alone. */
export type ReservedAddress = "inside" | "carrier";

/**
 * "carrier": behind a mobile operator's address translation (RFC 6598, 100.64.0.0/10). "inside": of
 * somebody's inner network or of the machine itself (RFC 1918, 3927, 1122; RFC 4193, 4291), for
 * example the bank's own proxy. Null: an address of the open network.
 */
export function reservedAddress(ip: string): ReservedAddress | null {
  if (ip.includes(":")) return /^(?:::1?$|f[cd]|fe[89ab])/.test(ip) ? "inside" : null;
  const [first = 0, second = 0] = ip.split(".").map(Number);
  if (first === 100 && second >= 64 && second < 128) return "carrier";
  const inside =
    first === 10 ||
    first === 127 ||
    first === 0 ||
    (first === 172 && second >= 16 && second < 32) ||
    (first === 192 && second === 168) ||
    (first === 169 && second === 254);
  return inside ? "inside" : null;
}
