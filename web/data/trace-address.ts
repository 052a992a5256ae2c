import { type TraceMethod, traceMethod } from "../../contract/tracing.ts";
import {
  type AddressCodec,
  instant,
  oneOf,
  readState,
  text,
  texts,
  writeState,
} from "./address-codec.ts";

/** The beginning of a trace and the view of it, in the address: /explore?trace=1&report=…  Pure. */

export const METHODS = traceMethod.options;
export type Method = TraceMethod;

export interface Origin {
  readonly reports: readonly string[];
  readonly transfers: readonly string[];
  readonly victims: readonly string[];
  /** All reports of a case. */
  readonly case: string | null;
  /** An account whose stolen money is meant: the reports of its cluster that reach it. */
  readonly through: string | null;
  readonly cluster: string | null;
  readonly method: Method;
  /** Rule to compare with. */
  readonly against: Method | null;
  readonly axis: "generation" | "time";
  readonly letGo: readonly string[];
  readonly focus: string | null;
  /** An account or a report of the one victim whose money stands out. */
  readonly only: string | null;
  readonly until: number | null;
  readonly currency: string | null;
}

export const NO_ORIGIN: Origin = {
  reports: [],
  transfers: [],
  victims: [],
  case: null,
  through: null,
  cluster: null,
  method: "fifo",
  against: null,
  axis: "generation",
  letGo: [],
  focus: null,
  only: null,
  until: null,
  currency: null,
};

const CODEC: AddressCodec<Origin> = {
  reports: texts("report"),
  transfers: texts("transfer"),
  victims: texts("victim"),
  letGo: texts("letgo"),
  case: text("case"),
  through: text("through"),
  cluster: text("cluster"),
  method: oneOf("method", METHODS, NO_ORIGIN.method),
  against: oneOf("against", METHODS, null),
  axis: oneOf("axis", ["generation", "time"], NO_ORIGIN.axis),
  focus: text("focus"),
  only: text("only"),
  until: instant("at"),
  currency: text("currency"),
};

export function readOrigin(params: URLSearchParams): Origin {
  return readState(CODEC, params);
}

export function writeOrigin(origin: Origin): URLSearchParams {
  return writeState(CODEC, origin, new URLSearchParams({ trace: "1" }));
}

/** The address of a trace, for links from cards, reports, transfers and lists. */
export function traceAddress(origin: Partial<Origin>): string {
  return `/explore?${writeOrigin({ ...NO_ORIGIN, ...origin })}`;
}

export type ChangeOrigin = (change: Partial<Origin>, replace?: boolean) => void;
