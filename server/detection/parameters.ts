import { createHash } from "node:crypto";
import { DUMP_SHARE } from "../columns/dumped-banks.ts";
import { OPERATORS } from "./operator-parameters.ts";
import { SUSPECTS } from "./suspect-parameters.ts";

/**
 * Everything a detection run can be tuned by. A run stores these, its rules and the data
 * fingerprint; the same three give the same bytes. Durations in days, amounts in minor units.
 * Definitions and sources: docs/detection.md. The web has a name for each (web/i18n).
 */
export const PARAMETERS = {
  /** One family of indicators gives at most this much: it alone must not drown the others. */
  cap: 12,
  /**
   * A relation is a stranger's when its whole life is at most this long and it never went the other
   * way.
   */
  strangerDays: 1,
  /** So many points of a family are as likely chance as not, see `counted`. */
  familyDoubt: 0.5,
  /** An account that only received joins a network if its own points reach this threshold. */
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
   * With more counterparties than this an account is too well connected for loops through it to
   * mean anything.
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
  flowDays: 7,
  flowRatio: [0.8, 1.02],
  /**
   * Counterparties are occasional when they meet on at most so many occasions, so many days apart.
   */
  passingTimes: 3,
  passingGapDays: 5,
  /**
   * Forwarded money waits at most so long after the last receipt, is paid in at most so many
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
   * The recipient of forwarded money gets at most so many times the occasion's points; the account
   * that forwards gets what the next hop adds, at most this.
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
  /** Points of a receipt that a report names, and what each further hop keeps of them. */
  reportedPoints: 12,
  reportedHop: 0.7,
  /** Points of an account in the Anti-Fraud Centre's base. */
  listedPoints: 6,
} as const;

/**
 * The finer constants of the rules, by the file that reads them. They are part of the mark of the
 * rule set as the parameters are. Durations in days unless the name says otherwise, amounts in
 * minor units.
 */
export const CONSTANTS = {
  hubs: {
    /** A hub is told apart only in data of so many weeks. */
    leastWeeks: 4,
    /** New partners come in at least this share of the weeks. */
    busyShare: 0.5,
    /** No fortnight holds more than this share of its partners. */
    fortnightShare: 0.5,
    /** Partners of so many days are lasting; enough of them make an account established. */
    lastingDays: 14,
  },
  held: {
    /** Statements that end and begin so near each other are one time. */
    joinMilliseconds: 1_000,
    /** Below this share of rows that no statement witnesses, no bank was dumped. */
    dumpShare: DUMP_SHARE,
    /** A bank's dump begins where its own rows do, where they begin later than the other dumps… */
    edgeDays: 3,
    /** …and rows spread evenly would leave such a gap more seldom than this. */
    edgeChance: 0.001,
  },
  /** Share of strangers, in powers of ten below 1, at which strangers have their full weight. */
  strangers: { fullWeight: 0.3 },
  peerGroups: {
    /** Activity is compared by powers of two to this. */
    activityPower: 2,
    /** The tail of the peers is read off these upper shares of them. */
    tailShares: [0.2, 0.04],
  },
  ledger: {
    /** A payment takes receipts of at most so many days before. */
    windowDays: 3,
    /** A receipt has left when so much of it has. */
    goneShare: 0.8,
    /** Cash, crypto or abroad within so many days counts as cashed out. */
    cashedDays: 1,
  },
  poisson: { precision: 1e-12, certain: 300, stirlingFrom: 10_000 },
  lift: {
    /** The least weight of a habit, and the lift (in doublings) of full weight. */
    least: 0.2,
    fullDoublings: 2,
    /** The share of accounts that stand out, and at least how many. */
    outlierShare: 0.01,
    leastOutliers: 30,
  },
  bursts: {
    leastPeople: 2,
    /** A burst whose money stays keeps this share of its points. */
    kept: 0.4,
    /** So does a burst of one sum for all: at least so many payers, spread below this share. */
    sameSum: 0.4,
    samePayers: 5,
    sameSpread: 0.1,
    /** Share of strangers' money that leaves, at least, to compare with. */
    leastLeft: 0.05,
    /** What payers into a burst lose of its points where money moves on quickly. */
    payersLose: 0.7,
    /** A member's own relations: within this share of the points it has. */
    memberShare: 0.99,
  },
  loops: {
    /** Off the surprise for every step beyond the shortest loop. */
    perStep: 0.3,
    shortest: 3,
    leastStrangers: 2,
  },
  cycles: {
    /**
     * Days by which a transfer may be booked before the one that paid for it: sources give days
     * only, and banks book at different hours.
     */
    slackDays: 1,
    /** A cycle of so many accounts is also a loop: at most so many points for its order in time. */
    shortLength: 4,
    shortPoints: 1,
    leastSurprise: 1,
  },
  chains: {
    /** Instants are rarely exact to the hour between banks. */
    leastWaitHours: 1,
    /** Receipts looked at before a payment. */
    lookBack: 40,
    /** Share of a payment that the receipt before it must cover to be transit. */
    covered: 0.5,
    /** Pairs of amounts drawn to see how often sums are alike by chance: how many, how far apart. */
    pairs: 50_000,
    stride: 7_919,
    offset: 13,
    mostForRatio: 2,
    leastCarried: 1,
  },
  forwarding: {
    leastWaitMinutes: 10,
    /** [share that leaves from, points for so like a sum]; the last holds for all below. */
    likeSums: [
      [0.94, 1.1],
      [0.88, 0.85],
      [0, 0.5],
    ],
    /** Off for every power of ten of pieces, and once for having searched. */
    perPieces: 2,
    forSearch: 1,
    /** An account pays at least at this share of the mean rate. */
    leastRate: 0.5,
    mostOccasions: 100,
    /** The share beyond chance counts to this power. */
    beyondChancePower: 2,
  },
  matched: {
    /** Windows of a receipt and the payments that pass it on. */
    shortHours: 36,
    longHours: 108,
    groupHours: 48,
    /** Bounds of payment / receipt: exactly the same sum is a repayment or a purchase. */
    single: { least: 0.85, most: 0.9985 },
    group: { least: 0.82, most: 0.9985 },
    /** A payment from another account of the actor: so much of it was moved there before. */
    movedShare: 0.8,
    mostPieces: 10,
    /** Share of a receipt below which a payment is no piece of it. */
    leastPiece: 0.05,
    /** Weight of a match: base plus the rarity of the sum, within bounds. */
    baseWeight: 0.2,
    leastWeight: 0.3,
    mostWeight: 1.5,
    /** Weight of a payment to a person who keeps the money. */
    kept: 0.3,
    /** Share of the account's own chance that counts, and what everybody is granted. */
    ownChance: 0.5,
    floor: 0.002,
    groupFloor: 0.005,
    /** Matches in so many days are one time; spread over more, the points shrink by at most so much. */
    timeDays: 15,
    spreadFrom: 0.6,
    spreadTo: 0.3,
    spread: 0.8,
    mostCarried: 12,
  },
  movesOn: { from: 0.1, full: 0.25, standardErrors: 1 },
  ordinaryTrade: {
    twoWay: 0.6,
    often: 0.7,
    oftenFrom: 0.7,
    coverDays: 3,
    coverShare: 0.8,
    cashBand: { least: 0.85, most: 1.05 },
  },
  leftWhenPaid: { hours: 36, cover: 0.8, smallestShare: 0.25, floor: 0.05 },
  again: {
    seldom: 0.02,
    base: 0.01,
    receiptsForBase: 5,
    leastShare: 1e-4,
    mostShare: 0.3,
    withoutTop: 0.02,
  },
  /** Points are kept to so many parts of one. */
  points: { parts: 1_000_000_000 },
  addingUp: {
    /** Loops support what the money says: this much of them, in full from so many points. */
    loopSupport: 0.4,
    supportFrom: 3,
    /** What an account passes money on to gets, and gives back: share, most a partner, most in all. */
    moneyShare: 0.6,
    moneyMost: 4,
    moneyAll: 6,
    moneyRounds: 2,
  },
  transit: {
    /** Bounds in hours of the holding times told apart; beyond the last: stayed. */
    holdingHours: [1, 3, 6, 12, 24, 48, 72],
    /** Receipts are compared within classes of amount with these bounds. */
    amountQuantiles: [0.2, 0.4, 0.6, 0.8],
    /** Points from which the relations carry them, and the share of a receipt a payment takes. */
    leastCarried: 1,
    carriedShare: 0.3,
  },
  cashOut: { share: 0.5 },
  largeReceipt: { weight: 0.5 },
  repeats: { weight: 0.5 },
  /** Hours of the night in Kazakhstan: from midnight to this. */
  night: { endsHour: 5 },
  belowLimit: {
    /** Usual limits below which sums are split: 0.5, 1, 2, 5 and 10 million tenge. */
    limits: [50_000_000, 100_000_000, 200_000_000, 500_000_000, 1_000_000_000],
    /** Just below = from this share of the limit on. */
    from: 0.9,
  },
  dormancy: { silentDays: 21, busyDays: 7 },
  newAccount: { mostDays: 60, knownShare: 0.5 },
  /** More accounts on one number are a bank's call centre or a test entry. */
  sharedContact: { mostAccounts: 50 },
  operators: OPERATORS,
  reported: { mostHops: 6, leastCrowd: 0.5, leastShare: 0.1 },
  suspects: SUSPECTS,
  /** Statements to ask for next: how many are named, each with so many transfers. */
  requests: { most: 100, transfers: 50 },
  roles: {
    cashShare: 0.5,
    /** The share of accounts that can hold a cluster together. */
    coreShare: 0.03,
    /** From so many points of transit and cash-out on, an account passed strangers' money on. */
    passedOnPoints: 1.5,
    /** An account that pays more than so many times what it was paid parts with its own money. */
    ownMoneyTimes: 2,
    /** So many counterparties are many; so many times the other side is mostly. */
    many: 3,
    mostlyTimes: 2,
    /** A victim shows fewer points of its own than this. */
    victimPoints: 2,
    /** A payment of so many times an account's middle payment to people is unusual for it. */
    unusualTimes: 3,
    /** Payments to so many strangers within so many days are a burst out of savings. */
    together: 3,
    togetherDays: 1,
    /** Days before and after an account's suspicious dealings that still belong to them. */
    daysBefore: 1,
    daysAfter: 3,
  },
  clusters: {
    /** Points of its own that hold a cluster together where money moves on; elsewhere partnerPoints. */
    ownPoints: 1,
    /** Accounts of a cluster, at least. */
    smallest: 3,
    /** A relation weighs at most so many times the cap. */
    mostTieCaps: 2,
    /** So many of its strongest accounts give a cluster its points. */
    strongest: 3,
    /** Length of a cluster's id. */
    idDigits: 16,
    layers: 4,
  },
  communities: {
    /** Plain modularity (docs/detection.md). */
    resolution: 1,
    seed: 20_260_301,
    /** A connected part of so few accounts is one network unless a thin thread says otherwise. */
    whole: 12,
    smallest: 3,
    /** A bridge is cut between halves of so many where it weighs less than this share of the mean. */
    smallestHalf: 4,
    weakShare: 0.5,
    /** Larger parts are not searched for bridges. */
    largestSearched: 400,
  },
  findings: {
    mostTransfers: 200,
    mostFindings: 5_000,
    leastPoints: 2,
    /** Points of a family from which it is named in the ranking, and explained. */
    leastNamed: 0.05,
    leastExplained: 0.3,
    /** Reasons with so many points of their own are named before a partner. */
    beforePartner: 1,
    /** Rarity is given up to one in ten to this power. */
    mostRarePower: 6,
  },
  against: {
    knownTransfers: 3,
    /** Dealings of fewer days are no lasting ones; habits need so many days that are held. */
    knownDays: 14,
    heldDays: 30,
    knownPercent: 40,
    incomes: 2,
    dailyPayments: 20,
    years: 2,
    yearDays: 365,
  },
  clusterMoney: { beforeMinutes: 1, afterDays: 3 },
} as const;

/** Days of a week: the calendar, no constant to tune. */
export const WEEK_DAYS = 7;

export const RULES = "droppers@7";
/**
 * Raised where the same parameters may give other results: 2 = single ties folded before
 * communities are sought; 3 = what the money did counts in full, shapes as far as money does not
 * move on at once; 4 = what is held is known, suspects by evidence; 5 = whom a crowd pays is named
 * only where a good part is stolen, reported payees are asked first, midnight sharp is no night;
 * 6 = of a stub nobody says that it kept the money; points are rounded before they are ordered; 7 =
 * session logs say who was handed over, and clusters take off bursts only as far as bursts count; 8 =
 * stolen money that meets, strangers paid twice, and one fraud's payees in one cluster; 9 = a bank
 * is held for the time of its own dump.
 */
const METHOD = 9;

/** Short mark of method and every constant: a changed constant is a changed rule set. */
export function rulesVersion(
  parameters: object = PARAMETERS,
  constants: object = CONSTANTS,
): string {
  return `${RULES}+${createHash("sha256")
    .update(JSON.stringify([METHOD, parameters, constants]))
    .digest("hex")
    .slice(0, 8)}`;
}
