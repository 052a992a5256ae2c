import type { UsedToken } from "./tokens.store.ts";
import type { Person } from "./users.store.ts";

/** The parts of a request that signing in reads, and of its answer that it changes. */
export interface Visit {
  /** Address of the other side. */
  readonly address: string;
  /** The session cookie's content. */
  readonly token: string | undefined;
  /** The person of the session; undefined where the endpoint needs none. */
  readonly person: (Person & { readonly ground: string | null }) | undefined;
  /** The token of the script that asks in the person's name; undefined = a person. */
  readonly used: UsedToken | undefined;
  /** The content of the cookie that says who has signed in at this device before. */
  readonly device: string | undefined;
  /** What the browser says of itself. */
  readonly agent: string | undefined;
  /** The content of the cookie of a sign-in that began at the provider. */
  readonly provider: string | undefined;
  giveToken(token: string): void;
  giveDevice(marks: string): void;
  giveProvider(id: string): void;
  dropToken(): void;
}
