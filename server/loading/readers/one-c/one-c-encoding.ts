import iconv from "iconv-lite";

const ENCODINGS = ["utf-8", "rk1048", "cp866", "koi8-r", "utf-16le", "utf-16be"] as const;
const KEYS =
  /версияформата|кодировка|отправитель|расчсчет|секция|датаначала|плательщик|получатель|конец/gi;
const MARK = /^\s*\ufeff?\s*1[CС]ClientBankExchange/i;

/**
 * Encoding of a 1CClientBankExchange file by trying which one shows the keys the format must have;
 * what the file says of itself (Кодировка=…) is often wrong. Null where the file is none.
 */
export function oneCEncoding(head: Buffer): string | null {
  let best: { encoding: string; keys: number } | null = null;
  for (const encoding of ENCODINGS) {
    const text = iconv.decode(head, encoding);
    if (!MARK.test(text)) continue;
    const keys = text.match(KEYS)?.length ?? 0;
    if (best === null || keys > best.keys) best = { encoding, keys };
  }
  return best?.encoding ?? null;
}
