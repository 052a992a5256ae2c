/**
 * Many short texts packed into one byte array: a million ids cost their bytes and four more each,
 * not a million objects.
 */
export interface PackedTexts {
  readonly bytes: Uint8Array;
  /** Text i is bytes[offsets[i]] .. bytes[offsets[i + 1] - 1]. */
  readonly offsets: Uint32Array;
}

export function textAt(texts: PackedTexts, index: number): string {
  const from = texts.offsets[index] ?? 0;
  return Buffer.from(
    texts.bytes.buffer,
    texts.bytes.byteOffset + from,
    (texts.offsets[index + 1] ?? from) - from,
  ).toString("utf8");
}

/** Byte order, which for UTF-8 is the order of code points. */
export function compareTexts(texts: PackedTexts, left: number, right: number): number {
  const { bytes, offsets } = texts;
  const [a, aEnd] = [offsets[left] as number, offsets[left + 1] as number];
  const [b, bEnd] = [offsets[right] as number, offsets[right + 1] as number];
  const length = Math.min(aEnd - a, bEnd - b);
  for (let at = 0; at < length; at += 1) {
    const difference = (bytes[a + at] as number) - (bytes[b + at] as number);
    if (difference !== 0) return difference;
  }
  return aEnd - a - (bEnd - b);
}

export function reorderTexts(texts: PackedTexts, order: Int32Array): PackedTexts {
  const bytes = new Uint8Array(texts.offsets[order.length] ?? 0);
  const offsets = new Uint32Array(order.length + 1);
  let end = 0;
  for (let at = 0; at < order.length; at += 1) {
    const index = order[at] as number;
    const from = texts.offsets[index] as number;
    const to = texts.offsets[index + 1] as number;
    for (let byte = from; byte < to; byte += 1)
      bytes[end + byte - from] = texts.bytes[byte] as number;
    end += to - from;
    offsets[at + 1] = end;
  }
  return { bytes, offsets };
}

/** Grows while texts are appended. */
export function textPacker(): { push(text: string): void; finish(): PackedTexts } {
  let bytes = Buffer.allocUnsafeSlow(1 << 16);
  let offsets = new Uint32Array(1 << 12);
  let count = 0;
  let end = 0;
  return {
    push: (text) => {
      if (end + text.length * 3 > bytes.length) {
        const larger = Buffer.allocUnsafeSlow(Math.max(bytes.length * 2, end + text.length * 3));
        larger.set(bytes.subarray(0, end));
        bytes = larger;
      }
      let at = 0;
      for (; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (code > 127) break;
        bytes[end + at] = code;
      }
      // Ids are ASCII nearly always; a call out of JavaScript for each would cost more than the
      // rest of the row.
      end += at === text.length ? at : bytes.write(text, end, "utf8");
      count += 1;
      if (count === offsets.length) {
        const larger = new Uint32Array(offsets.length * 2);
        larger.set(offsets);
        offsets = larger;
      }
      offsets[count] = end;
    },
    finish: () => ({
      bytes: new Uint8Array(bytes.subarray(0, end)),
      offsets: offsets.slice(0, count + 1),
    }),
  };
}

/** Finds a text's index by an open-addressing table made at the first question. */
export function textFinder(texts: PackedTexts): (text: string) => number | undefined {
  const count = texts.offsets.length - 1;
  let table: Int32Array | undefined;
  let mask = 0;
  const build = (): Int32Array => {
    let size = 16;
    while (size < count * 2) size *= 2;
    mask = size - 1;
    const slots = new Int32Array(size).fill(-1);
    for (let index = 0; index < count; index += 1) {
      let slot =
        hash(texts.bytes, texts.offsets[index] as number, texts.offsets[index + 1] as number) &
        mask;
      while (slots[slot] !== -1) slot = (slot + 1) & mask;
      slots[slot] = index;
    }
    return slots;
  };
  return (text) => {
    table ??= build();
    const wanted = Buffer.from(text, "utf8");
    for (
      let slot = hash(wanted, 0, wanted.length) & mask;
      table[slot] !== -1;
      slot = (slot + 1) & mask
    ) {
      const index = table[slot] as number;
      const found = texts.bytes.subarray(texts.offsets[index], texts.offsets[index + 1]);
      if (wanted.equals(found)) return index;
    }
    return undefined;
  };
}

/** FNV-1a, 32 bits. */
function hash(bytes: Uint8Array, from: number, to: number): number {
  let value = 0x811c9dc5;
  for (let at = from; at < to; at += 1)
    value = Math.imul(value ^ (bytes[at] as number), 0x01000193);
  return value ^ (value >>> 15);
}
