import type { FindingRole } from "../../../contract/detection.ts";

/** What an account did along the relations that stand out. */
export interface Part {
  readonly role: FindingRole;
  /** Suspicious relations received and paid. */
  readonly received: number;
  readonly paid: number;
}
