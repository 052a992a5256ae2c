import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { assemble, type StoredColumns } from "./assemble.ts";
import type { SharedColumns, TransferColumns } from "./columns.ts";

/**
 * The snapshot file: eight bytes of mark, the length of a JSON head, the head (texts of the
 * accounts, where each array lies), then the arrays. Each array lies on a multiple of eight bytes
 * in this machine's byte order. A file that is not whole is treated as absent.
 */
const MARK = "DGCOL003";
const ARRAYS = {
  from: Int32Array,
  to: Int32Array,
  amount: BigInt64Array,
  bookedAt: Float64Array,
  currency: Uint8Array,
  channel: Uint8Array,
  order: Float64Array,
  idBytes: Uint8Array,
  idOffsets: Uint32Array,
  outgoingOffsets: Int32Array,
  outgoingRows: Int32Array,
  incomingOffsets: Int32Array,
  incomingRows: Int32Array,
  holder: Int32Array,
  exitKind: Uint8Array,
  holderKind: Uint8Array,
  openedAt: Float64Array,
} as const;
type Arrays = { [Name in keyof typeof ARRAYS]: InstanceType<(typeof ARRAYS)[Name]> };

interface Head {
  readonly arrays: Readonly<Record<string, readonly [offset: number, length: number]>>;
  readonly bytes: number;
  readonly littleEndian: boolean;
  readonly currencies: readonly string[];
  readonly numbers: readonly string[];
  readonly holderKeys: readonly string[];
  readonly bank: readonly string[];
  readonly phone: readonly string[];
  readonly device: readonly string[];
  readonly fingerprint: string;
  /** The state of the database when this was made; see load.ts. */
  readonly basis: unknown;
}

const LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** Writes beside and renames: a reader sees the old file or the new one, whole. */
export function writeSnapshot(path: string, columns: TransferColumns, basis: unknown): void {
  const { stored } = columns as TransferColumns & { stored: StoredColumns };
  const { ids, outgoing, incoming, accounts } = stored;
  const arrays: Arrays = {
    from: stored.from as Arrays["from"],
    to: stored.to as Arrays["to"],
    amount: stored.amount as Arrays["amount"],
    bookedAt: stored.bookedAt as Arrays["bookedAt"],
    currency: stored.currency as Arrays["currency"],
    channel: stored.channel as Arrays["channel"],
    order: stored.order as Arrays["order"],
    idBytes: ids.bytes as Arrays["idBytes"],
    idOffsets: ids.offsets as Arrays["idOffsets"],
    outgoingOffsets: outgoing.offsets as Arrays["from"],
    outgoingRows: outgoing.rows as Arrays["from"],
    incomingOffsets: incoming.offsets as Arrays["from"],
    incomingRows: incoming.rows as Arrays["from"],
    holder: accounts.holder as Arrays["from"],
    exitKind: accounts.exitKind as Arrays["currency"],
    holderKind: accounts.holderKind as Arrays["currency"],
    openedAt: accounts.openedAt as Arrays["bookedAt"],
  };
  const places: Record<string, readonly [number, number]> = {};
  let end = 0;
  for (const [name, array] of Object.entries(arrays)) {
    places[name] = [end, array.length];
    end += roundUp(array.byteLength);
  }
  const { numbers, holderKeys, bank, phone, device } = accounts;
  const { currencies, fingerprint } = stored;
  const texts = { currencies, numbers, holderKeys, bank, phone, device };
  const head: Head = {
    arrays: places,
    bytes: end,
    littleEndian: LITTLE_ENDIAN,
    ...texts,
    fingerprint,
    basis,
  };
  const text = Buffer.from(JSON.stringify(head), "utf8");
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const beside = `${path}.${process.pid}.new`;
  const file = openSync(beside, "w", 0o600);
  try {
    const opening = Buffer.alloc(roundUp(16 + text.length));
    opening.write(MARK, 0, "latin1");
    opening.writeDoubleLE(text.length, 8);
    text.copy(opening, 16);
    write(file, opening);
    for (const array of Object.values(arrays)) {
      write(file, new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
      const gap = roundUp(array.byteLength) - array.byteLength;
      if (gap > 0) write(file, new Uint8Array(gap));
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(beside, path);
}

export interface Snapshot {
  readonly columns: SharedColumns;
  readonly basis: unknown;
}

/** The columns and their basis, or undefined where there is no whole snapshot of this form. */
export function readSnapshot(path: string): Snapshot | undefined {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch {
    return undefined;
  }
  try {
    const bytes = new SharedArrayBuffer(fstatSync(file).size);
    const view = new Uint8Array(bytes);
    for (let done = 0; done < view.length; ) {
      const got = readSync(file, view, done, Math.min(view.length - done, 1 << 28), done);
      if (got === 0) return undefined;
      done += got;
    }
    return openSnapshot(bytes);
  } finally {
    closeSync(file);
  }
}

/** The `bytes` of columns that another thread read: columns that look into these very bytes. */
export function openSnapshot(bytes: SharedArrayBuffer): Snapshot | undefined {
  const file = Buffer.from(bytes);
  if (file.length < 16 || file.toString("latin1", 0, 8) !== MARK) return undefined;
  const headLength = file.readDoubleLE(8);
  if (!(headLength > 0 && 16 + headLength <= file.length)) return undefined;
  const head = JSON.parse(file.toString("utf8", 16, 16 + headLength)) as Head;
  const start = roundUp(16 + headLength);
  if (head.littleEndian !== LITTLE_ENDIAN || file.length !== start + head.bytes) return undefined;
  const at = <Name extends keyof Arrays>(name: Name): Arrays[Name] => {
    const [offset, length] = head.arrays[name] as readonly [number, number];
    const Column = ARRAYS[name] as unknown as new (
      bytes: ArrayBufferLike,
      from: number,
      length: number,
    ) => Arrays[Name];
    return new Column(bytes, start + offset, length);
  };
  const columns = assemble({
    from: at("from"),
    to: at("to"),
    amount: at("amount"),
    bookedAt: at("bookedAt"),
    currency: at("currency"),
    channel: at("channel"),
    order: at("order"),
    ids: { bytes: at("idBytes"), offsets: at("idOffsets") },
    currencies: head.currencies,
    outgoing: { offsets: at("outgoingOffsets"), rows: at("outgoingRows") },
    incoming: { offsets: at("incomingOffsets"), rows: at("incomingRows") },
    accounts: {
      numbers: head.numbers,
      holderKeys: head.holderKeys,
      holder: at("holder"),
      exitKind: at("exitKind"),
      holderKind: at("holderKind"),
      openedAt: at("openedAt"),
      bank: head.bank,
      phone: head.phone,
      device: head.device,
    },
    fingerprint: head.fingerprint,
  });
  return { columns: { ...columns, bytes }, basis: head.basis };
}

function write(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; )
    done += writeSync(file, bytes, done, Math.min(bytes.length - done, 1 << 28));
}

function roundUp(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}
