import type { Family, FindingRole, Typology } from "../../../contract/detection.ts";

/** A run's outcome as plain data: it crosses from the worker thread and is stored as it is. */
export interface DetectionResult {
  readonly fingerprint: string;
  readonly rules: string;
  readonly transfers: number;
  /** Every account with a transfer, best first. */
  readonly ranking: readonly RankedAccount[];
  readonly findings: readonly FoundAccount[];
  readonly clusters: readonly RankedCluster[];
  /** Statements to ask for next, best first. */
  readonly requests: readonly RankedRequest[];
  readonly strangerShare: number;
  /** Crime reports used. */
  readonly reports: number;
}

export interface RankedAccount {
  readonly account: string;
  readonly points: number;
  readonly score: number;
  readonly role: FindingRole;
  readonly cluster: string;
  /** Points by family, strongest first, where any. */
  readonly families: readonly (readonly [Family, number])[];
}

/** An account without a statement, and why to ask for it. */
export interface RankedRequest {
  readonly account: string;
  readonly points: number;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly transferIds: readonly string[];
}

export interface FoundReason {
  readonly family: Family;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly points: number;
  /** null where the points are assigned, not measured. */
  readonly oneIn: number | null;
  readonly transferIds: readonly string[];
  readonly transferCount: number;
  readonly innocent: string;
}

export interface FoundAccount {
  readonly account: string;
  readonly points: number;
  readonly score: number;
  /** Among accounts that are not victims; null for victims. */
  readonly rank: number | null;
  readonly role: FindingRole;
  readonly cluster: string | null;
  readonly oneIn: number;
  readonly reasons: readonly FoundReason[];
  readonly against: readonly {
    code: string;
    params: Record<string, string | number>;
  }[];
}

export interface RankedCluster {
  readonly id: string;
  readonly rank: number;
  readonly points: number;
  readonly score: number;
  readonly typology: Typology;
  readonly members: readonly {
    readonly account: string;
    readonly role: FindingRole;
    readonly points: number;
    readonly score: number;
    readonly received: readonly CurrencySum[];
    readonly sent: readonly CurrencySum[];
  }[];
  readonly received: readonly CurrencySum[];
  readonly leftThroughExits: readonly CurrencySum[];
  readonly transfers: number;
  readonly first: number;
  readonly last: number;
  readonly lookFirst: string;
  readonly reports: readonly string[];
}

export interface CurrencySum {
  readonly currency: string;
  /** Minor units as text. */
  readonly amount: string;
}
