import type { Identifiers } from "../../cells/identifiers.ts";
import type { Position } from "../../record/load-item.ts";
import type { OwnAccount } from "./camt-parties.ts";

/** What every entry of one statement shares. */
export interface EntryContext {
  readonly own: OwnAccount;
  readonly identifiers: Identifiers;
  /** A notification (camt.054): the account's statement tells of the same entry. */
  readonly notification: boolean;
  /** The next operation's number in the file, from 1. */
  readonly next: () => Position;
}
