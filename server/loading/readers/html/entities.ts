/** Named characters that stand in exported tables; a name not listed stays as it is written. */
const NAMED: Readonly<Record<string, string>> = {
  nbsp: "\u00a0",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  laquo: "«",
  raquo: "»",
  ldquo: "“",
  rdquo: "”",
  bdquo: "„",
  lsquo: "‘",
  rsquo: "’",
  ndash: "–",
  mdash: "—",
  minus: "−",
  shy: "",
  ensp: " ",
  emsp: " ",
  thinsp: "\u2009",
  euro: "€",
  pound: "£",
  yen: "¥",
  numero: "№",
  sect: "§",
  deg: "°",
  middot: "·",
  bull: "•",
  hellip: "…",
  times: "×",
  copy: "©",
  reg: "®",
  trade: "™",
};

export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));?/g,
    (written, decimal, hex, name) => {
      if (name !== undefined) return NAMED[name] ?? NAMED[String(name).toLowerCase()] ?? written;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : "";
    },
  );
}
