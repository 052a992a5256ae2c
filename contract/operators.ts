import { z } from "zod";
import { endpoint, instant, offsetInAddress } from "./endpoint.ts";
import { graphRole } from "./exploring.ts";
import { personal } from "./personal.ts";

/**
 * Who operated an account: sessions of mobile banking, the devices and addresses they came from,
 * and the other accounts that those devices and addresses operated.
 */

export const SESSION_EVENTS = [
  "login",
  "transfer",
  "device-registered",
  "phone-registered",
  "password-reset",
  "cash-withdrawal",
  "other",
] as const;
export const sessionEvent = z.enum(SESSION_EVENTS);
export type SessionEvent = z.infer<typeof sessionEvent>;

/**
 * An address that more unrelated groups of people used than this is shared and links nobody. Accounts
 * of one holder, and accounts that one device operated, are one group. A large household with guests
 * stays below; the address of a mobile operator or a public network has dozens within a day. A
 * handler's address with many accounts on a few devices stays below too, and goes on linking them.
 */
export const MOST_GROUPS_OF_AN_ADDRESS = 8;

/** The reason why an address links nobody; null = it may. */
export const sharedAddress = z.enum(["carrier", "inside", "many"]).nullable();
export type SharedAddress = z.infer<typeof sharedAddress>;

const sessionRow = z.object({
  at: instant,
  zone: z.string(),
  /** The log gives a day without a time. */
  dayOnly: z.boolean(),
  event: sessionEvent.nullable(),
  /** The event as the log writes it. */
  eventText: z.string().nullable(),
  device: z.string().nullable(),
  model: z.string().nullable(),
  ip: z.string().nullable(),
  phone: personal("phone").nullable(),
  place: z.string().nullable(),
  sourceName: z.string().nullable(),
  row: z.number().int(),
  /** The log names the person, not this account. */
  byHolder: z.boolean(),
});
export type SessionRow = z.infer<typeof sessionRow>;

const used = { first: instant, last: instant, count: z.number().int() };

const deviceOfAccount = z.object({
  id: z.string(),
  model: z.string().nullable(),
  ...used,
  /** Other accounts that it operated, and those of them that other people hold. */
  otherAccounts: z.number().int(),
  ofOthers: z.number().int(),
});
export type DeviceOfAccount = z.infer<typeof deviceOfAccount>;

const addressOfAccount = z.object({
  ip: z.string(),
  ...used,
  shared: sharedAddress,
  /** Other accounts that were operated from it; counted up to a limit. */
  otherAccounts: z.number().int(),
  more: z.boolean(),
});
export type AddressOfAccount = z.infer<typeof addressOfAccount>;

/** From here on a new device operates the account, and those before it hardly any more. */
const takeover = z.object({
  at: instant,
  device: z.string(),
  model: z.string().nullable(),
  /** The device that was used last before it. */
  before: z.string(),
  beforeModel: z.string().nullable(),
  /** Sessions of the new device. */
  count: z.number().int(),
});

export const operatorsAnswer = z.object({
  total: z.number().int(),
  first: instant.nullable(),
  last: instant.nullable(),
  /** Older sessions that the summary leaves out. */
  leftOut: z.number().int(),
  devices: z.array(deviceOfAccount),
  takeovers: z.array(takeover),
  /** The most used ones. */
  addresses: z.array(addressOfAccount),
  addressCount: z.number().int(),
  /** Registrations, resets and cash withdrawals, in the order of time. */
  marks: z.array(sessionRow),
  markCount: z.number().int(),
});
export type Operators = z.infer<typeof operatorsAnswer>;

const operatedAccount = z.object({
  account: z.string(),
  holderName: personal("name").nullable(),
  role: graphRole,
  reported: z.boolean(),
  ...used,
});
export type OperatedAccount = z.infer<typeof operatedAccount>;

export const deviceAnswer = z.object({
  id: z.string(),
  model: z.string().nullable(),
  first: instant,
  last: instant,
  accounts: z.array(operatedAccount),
  total: z.number().int(),
});
export type DeviceCard = z.infer<typeof deviceAnswer>;

export const addressAnswer = z.object({
  ip: z.string(),
  shared: sharedAddress,
  /** Unrelated groups of people among the accounts looked at. */
  groups: z.number().int(),
  accounts: z.array(operatedAccount),
  /** More accounts than are listed. */
  more: z.boolean(),
});

export const operators = {
  operators: endpoint({
    name: "operators",
    method: "GET",
    path: "/accounts/:number/operators",
    summary:
      "Devices and addresses that operated an account, when a new device took over, registrations and cash withdrawals",
    access: "user",
    about: "data",
    params: z.object({ number: z.string().min(1) }),
    answer: operatorsAnswer,
  }),
  sessions: endpoint({
    name: "sessions",
    method: "GET",
    path: "/accounts/:number/sessions",
    summary: "The sessions of an account in the order of time",
    access: "user",
    about: "data",
    params: z.object({ number: z.string().min(1) }),
    query: z.object({
      device: z.string().optional(),
      offset: offsetInAddress,
      limit: z.coerce.number().int().min(1).max(1_000).default(200),
    }),
    answer: z.object({ total: z.number().int(), sessions: z.array(sessionRow) }),
  }),
  device: endpoint({
    name: "device",
    method: "GET",
    path: "/devices/:id",
    summary: "The accounts that a device operated, the earliest first",
    access: "user",
    about: "data",
    params: z.object({ id: z.string().min(1) }),
    query: z.object({ run: z.string().optional() }),
    answer: deviceAnswer,
  }),
  address: endpoint({
    name: "address",
    method: "GET",
    path: "/addresses/:ip",
    summary: "The accounts operated from an IP address, and whether it is shared by strangers",
    access: "user",
    about: "data",
    params: z.object({ ip: z.string().min(1) }),
    query: z.object({ run: z.string().optional() }),
    answer: addressAnswer,
  }),
} as const;
