import { createHash } from "node:crypto";

/**
 * Everything a detection run can be tuned by. A run stores these, its rules and the data
 * fingerprint; the same three give the same bytes. Durations in days, amounts in minor units.
 * Definitions and sources: docs/detection.md.
 */
export const PARAMETERS = {
  /** A family says at most this much: one family alone must not drown the others. */
  cap: 12,
  /**
   * A relation is a stranger's when its whole life is at most this long and it never went the other
   * way.
   */
  strangerDays: 1,
  /** So many points of a family are as likely chance as not, see `counted`. */
  familyDoubt: 0.5,
  /** Who only received is named in a network from so many points of its own on. */
  receiverPoints: 2,
  /**
   * Accounts hold a cluster together where at most this share of those with as many points is
   * expected by chance.
   */
  coreByChance: 0.5,
  /** A relation is brief when its whole life is at most so long. */
  briefDays: 7,
  /**
   * So many different partners one way make an account a hub when they come all along: one in sixty
   * accounts, within these bounds.
   */
  hubPartners: [25, 100],
  hubShare: 60,
  /**
   * From so many different counterparties on, an account is too well connected for loops through it
   * to mean anything.
   */
  loopDegree: 40,
  burstWindows: [1, 3, 7, 15, 30],
  /** A burst's other ends share its points up to this many of them. */
  burstShare: 20,
  loopWindows: [1, 3, 7, 15, 20],
  cycleWindows: [7, 20, 40],
  cycleLength: 10,
  /** Steps of search from one transfer. */
  stepLimit: 20_000,
  flowDays: 3,
  flowRatio: [0.8, 1.02],
  /**
   * Accounts deal with each other in passing when they meet on at most so many occasions, so many
   * days apart.
   */
  passingTimes: 3,
  passingGapDays: 5,
  /**
   * Money handed on: waits at most so long after the last receipt, is paid in at most so many
   * pieces, within so many days of the first receipt.
   */
  handOnDays: 3,
  handOnPieces: 8,
  handOnSpanDays: 7,
  handOnShare: [0.82, 1.005],
  /**
   * An account's rate of payments is drawn towards its peers' as if they had been watched for so
   * many days.
   */
  handOnPriorDays: 30,
  /**
   * Who was handed money on gets at most so many times the occasion's points; who hands on gets
   * what the next hop adds, at most this.
   */
  handOnBound: 3,
  /** A shared telephone or device brings at most so much of the partner's points. */
  sharedBound: 10,
  handOnNextHop: 4,
  handOnNextHops: 6,
  repeatDays: 3,
  partnerShare: 0.45,
  partnerRounds: 3,
  /** Only relations that carry at least so many points pass credit on. */
  partnerPoints: 4,
  /**
   * Between two accounts that both stand out, a relation that carries so many joins them to one
   * network.
   */
  tiePoints: 1,
  /** Peers are compared in groups of at least so many accounts. */
  peers: 150,
} as const;

export const RULES = "droppers@3";
/**
 * Raised where the same parameters may give other results: 2 = single ties folded before
 * communities are sought.
 */
const METHOD = 2;

/** Short mark of method and parameters, so that a changed constant is a changed rule set. */
export function rulesVersion(): string {
  return `${RULES}+${createHash("sha256")
    .update(JSON.stringify([METHOD, PARAMETERS]))
    .digest("hex")
    .slice(0, 8)}`;
}
