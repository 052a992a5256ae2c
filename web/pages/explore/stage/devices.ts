import type { GraphNode } from "../../../../contract/exploring.ts";
import type { DeviceCard } from "../../../../contract/operators.ts";
import type { Actor, Cast, Tie } from "./actors.ts";

/** Devices in the picture: a disc of its own, tied to every account of the picture it operated. Pure. */

/** A device among accounts: in steps, in the selection and in the picture. */
const MARK = "DEVICE:";

export function deviceKey(id: string): string {
  // "~" parts the words of a step in the address.
  return `${MARK}${encodeURIComponent(id).replaceAll("~", "%7E")}`;
}

/** The id of the device that a key stands for; null = the key is an account. */
export function deviceIdOf(key: string): string | null {
  return key.startsWith(MARK) ? decodeURIComponent(key.slice(MARK.length)) : null;
}

export function isDevice(key: string): boolean {
  return key.startsWith(MARK);
}

const LONGEST_ID = 10;

/** "Apple iPhone 13 …k3j2": the model, and enough of the id to tell two of them apart. */
export function deviceName({ id, model }: Pick<DeviceCard, "id" | "model">): string {
  const end = id.length <= LONGEST_ID ? id : `…${id.slice(-6)}`;
  return model === null ? end : `${model} ${end}`;
}

/** What the picture draws of a device: neither an account nor an exit. */
function nodeOf(key: string, device: DeviceCard): GraphNode {
  return {
    number: key,
    bank: null,
    holderKey: null,
    holderName: device.model,
    holderKind: "unknown",
    exitKind: "device",
    stub: false,
    role: "none",
    reported: false,
    score: null,
    cluster: null,
    degree: device.total,
    stop: null,
  };
}

/** The accounts of the picture with the devices beside them. */
export function withDevices(cast: Cast, devices: ReadonlyMap<string, DeviceCard>): Cast {
  if (devices.size === 0) return cast;
  const actors = [...devices].map(
    ([key, device]): Actor => ({
      id: key,
      accounts: [key],
      node: nodeOf(key, device),
      label: deviceName(device),
      merchant: false,
    }),
  );
  return {
    actors: [...cast.actors, ...actors],
    idOf: new Map([...cast.idOf, ...actors.map(({ id }) => [id, id] as const)]),
  };
}

/** Each device with the discs of the accounts it operated; no money is in them. */
export function deviceTies(
  devices: ReadonlyMap<string, DeviceCard>,
  idOf: ReadonlyMap<string, string>,
): readonly Tie[] {
  return [...devices].flatMap(([key, { accounts }]) => {
    const ends = new Set(accounts.flatMap(({ account }) => idOf.get(account) ?? []));
    return [...ends].map((to) => ({ from: key, to, amount: 0 }));
  });
}
