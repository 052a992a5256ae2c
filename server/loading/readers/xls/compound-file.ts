/**
 * A compound file ([MS-CFB]) as its streams: a small file system of sectors in one file. Every
 * chain is walked within the number of sectors there are, so a loop in a damaged file ends.
 */
export interface CompoundFile {
  readonly names: readonly string[];
  /**
   * Content of a stream; null where there is none of that name. Throws RangeError where its chain
   * is broken.
   */
  stream(name: string): Buffer | null;
}

export const COMPOUND_SIGNATURE = Buffer.from("d0cf11e0a1b11ae1", "hex");

const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;
const ENTRY_BYTES = 128;
const STREAM_ENTRY = 2;
const ROOT_ENTRY = 5;

export function openCompoundFile(bytes: Buffer): CompoundFile {
  if (bytes.length < 512 || !bytes.subarray(0, 8).equals(COMPOUND_SIGNATURE))
    throw new RangeError("no compound file");
  const sectorShift = bytes.readUInt16LE(30);
  const miniShift = bytes.readUInt16LE(32);
  if ((sectorShift !== 9 && sectorShift !== 12) || miniShift !== 6)
    throw new RangeError("unknown sector size");
  const sectorSize = 1 << sectorShift;
  const sectorAt = (number: number): Buffer => {
    const start = (number + 1) * sectorSize;
    // The last sector of a file may be short.
    if (number < 0 || start >= bytes.length)
      throw new RangeError("a sector lies beyond the end of the file");
    return bytes.subarray(start, start + sectorSize);
  };
  const sectors = Math.ceil(bytes.length / sectorSize);
  const chains = readChains(bytes, sectorSize, sectorAt, sectors);
  const directory = chain(bytes.readUInt32LE(48), chains, sectorAt);
  const entries = readDirectory(directory, sectorShift === 9);
  const root = entries.find(({ kind }) => kind === ROOT_ENTRY);
  const miniLimit = bytes.readUInt32LE(56);
  const miniChainStart = bytes.readUInt32LE(60);

  const small = (start: number): Buffer => {
    const table = chain(miniChainStart, chains, sectorAt);
    const store = root === undefined ? Buffer.alloc(0) : chain(root.start, chains, sectorAt);
    const next = (number: number) =>
      number * 4 + 4 <= table.length ? table.readUInt32LE(number * 4) : FREE;
    return chain(start, { next, count: table.length / 4 }, (number) => {
      if ((number + 1) * 64 > store.length)
        throw new RangeError("a small sector lies beyond its stream");
      return store.subarray(number * 64, (number + 1) * 64);
    });
  };

  return {
    names: entries.map(({ name }) => name),
    stream(name) {
      const entry = entries.find(
        (one) => one.kind === STREAM_ENTRY && one.name.toLowerCase() === name.toLowerCase(),
      );
      if (entry === undefined) return null;
      const content =
        entry.size < miniLimit ? small(entry.start) : chain(entry.start, chains, sectorAt);
      if (content.length < entry.size)
        throw new RangeError(`stream ${name} is shorter than it says`);
      return content.subarray(0, entry.size);
    },
  };
}

interface Chains {
  next(sector: number): number;
  readonly count: number;
}

/**
 * The table of chains: its first 109 sectors stand in the header, the others in sectors of their
 * own.
 */
function readChains(
  bytes: Buffer,
  sectorSize: number,
  sectorAt: (number: number) => Buffer,
  sectors: number,
): Chains {
  const places: number[] = [];
  for (let at = 76; at < 512; at += 4) places.push(bytes.readUInt32LE(at));
  let more = bytes.readUInt32LE(68);
  const listed = Math.min(bytes.readUInt32LE(72), sectors);
  for (let guard = listed; guard > 0 && more < END_OF_CHAIN; guard--) {
    const sector = sectorAt(more);
    for (let at = 0; at + 4 < sectorSize; at += 4) places.push(sector.readUInt32LE(at));
    more = sector.readUInt32LE(sectorSize - 4);
  }
  const tables = places.filter((place) => place < END_OF_CHAIN - 2).map(sectorAt);
  const perTable = sectorSize / 4;
  return {
    // No chain is longer than the file, however often its tables are named.
    count: Math.min(tables.length * perTable, sectors),
    next(sector) {
      const table = tables[Math.floor(sector / perTable)];
      const at = (sector % perTable) * 4;
      if (table === undefined || at + 4 > table.length)
        throw new RangeError("a chain leads out of its table");
      return table.readUInt32LE(at);
    },
  };
}

function chain(start: number, chains: Chains, sectorAt: (number: number) => Buffer): Buffer {
  const sectors: Buffer[] = [];
  for (let sector = start; sector < END_OF_CHAIN - 2; sector = chains.next(sector)) {
    sectors.push(sectorAt(sector));
    if (sectors.length > chains.count) throw new RangeError("a chain runs in a circle");
  }
  return Buffer.concat(sectors);
}

function readDirectory(directory: Buffer, narrow: boolean) {
  const entries: { name: string; kind: number; start: number; size: number }[] = [];
  for (let at = 0; at + ENTRY_BYTES <= directory.length; at += ENTRY_BYTES) {
    const length = directory.readUInt16LE(at + 64);
    if (length < 2 || length > 64) continue;
    // Version 3 files may have rubbish in the upper half of the size.
    const size =
      directory.readUInt32LE(at + 120) + (narrow ? 0 : directory.readUInt32LE(at + 124) * 2 ** 32);
    const name = directory.toString("utf16le", at, at + length - 2);
    entries.push({
      name,
      kind: directory.readUInt8(at + 66),
      start: directory.readUInt32LE(at + 116),
      size,
    });
  }
  return entries;
}
