import { type TraceMethod, traceMethod } from "../../contract/tracing.ts";

/**
 * Where a trace begins and how it is looked at, in the address: /explore?trace=1&report=…  Pure.
 */

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
  /** One victim (key as in the trace) whose money stands out. */
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

function methodOf(text: string | null): Method | null {
  return METHODS.find((known) => known === text) ?? null;
}

export function readOrigin(params: URLSearchParams): Origin {
  const until = params.get("at");
  return {
    reports: params.getAll("report"),
    transfers: params.getAll("transfer"),
    victims: params.getAll("victim"),
    case: params.get("case"),
    through: params.get("through"),
    cluster: params.get("cluster"),
    method: methodOf(params.get("method")) ?? "fifo",
    against: methodOf(params.get("against")),
    axis: params.get("axis") === "time" ? "time" : "generation",
    letGo: params.getAll("letgo"),
    focus: params.get("focus"),
    only: params.get("only"),
    until: until !== null && /^\d{1,15}$/.test(until) ? Number(until) : null,
    currency: params.get("currency"),
  };
}

export function writeOrigin(origin: Origin): URLSearchParams {
  const params = new URLSearchParams({ trace: "1" });
  for (const report of origin.reports) params.append("report", report);
  for (const transfer of origin.transfers) params.append("transfer", transfer);
  for (const victim of origin.victims) params.append("victim", victim);
  for (const account of origin.letGo) params.append("letgo", account);
  const put = (key: string, value: string | number | null) => {
    if (value !== null) params.set(key, String(value));
  };
  put("case", origin.case);
  put("through", origin.through);
  put("cluster", origin.cluster);
  if (origin.method !== "fifo") put("method", origin.method);
  put("against", origin.against);
  if (origin.axis === "time") put("axis", "time");
  put("focus", origin.focus);
  put("only", origin.only);
  put("at", origin.until);
  put("currency", origin.currency);
  return params;
}

/** The address of a trace, for links from cards, reports, transfers and lists. */
export function traceAddress(origin: Partial<Origin>): string {
  return `/explore?${writeOrigin({ ...NO_ORIGIN, ...origin })}`;
}

export type ChangeOrigin = (change: Partial<Origin>, replace?: boolean) => void;
