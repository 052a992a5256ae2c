/**
 * Accounts around reported money, where statements were asked for one by one: part of CONSTANTS
 * (parameters.ts) and of the mark of the rules. A unit is `unitShare` of the middle reported transfer.
 */
export const SUSPECTS = {
  /** Sums count in full from this share of the middle reported transfer on. */
  unitShare: 0.25,
  /** A named account's receipts from strangers of so many units are presumed stolen, for order only. */
  presumedFrom: 1,
  /** How stolen they are: at an account that victims paid, and further on. */
  presumedFirst: 1,
  presumedLater: 0.7,
  /** With strangers in so many of its weeks an account trades: presumed only so near known money. */
  tradesFrom: 0.7,
  nearDays: 10,
  /** An account so sure to be in it passes no presumption on: it is no other victim. */
  victimBelow: 0.3,
  rounds: 3,
  /** How sure: paid by a victim as a stranger, paid by one it knew, named further on. */
  sureStranger: 0.97,
  sureKnown: 0.5,
  sureLater: 0.9,
  /** Not named though a victim paid: as a stranger, as somebody it knew. */
  doubtStranger: 0.6,
  doubtKnown: 0.25,
  /** Not named, with stolen money in it: so much times the money in units, up to one; below `reachedFrom`. */
  doubtLater: 0.5,
  doubtLittle: 0.15,
  /** Stolen money that reached an account, in units, from which on it may be named. */
  reachedFrom: 0.3,
  /** Alone it names from here; where many pay and are paid, from there. */
  reachedAlone: 1.4,
  reachedWide: 3,
  widePeople: 8,
  /** So many people pay a seller or an exchange: not named while less than `stolenShare` is stolen. */
  crowd: 20,
  /** Shares of stolen money that left as cash, crypto or abroad; of receipts passed on in one payment. */
  exitShare: 0.3,
  pairFirst: 0.3,
  pairLater: 0.5,
  leftShare: 0.5,
  /** A receipt this stolen counts as stolen, in the sentence and in the pairs. */
  stolenShare: 0.3,
  /** Smallest share of a payment, in minor units, that is followed further. */
  leastCarried: 100,
  /** Payment / receipt of one pair, within `matched.shortHours`. */
  pairLeast: 0.85,
  /** What an account paid back to whom it had paid counts half; what a stub's payee did not pass on less. */
  twoWay: 0.5,
  notPassedOn: 0.7,
  /** Payments to suspects of at least so many units tell a sender of the network. */
  fedFrom: 0.5,
  /** What a suspect paid without a stolen share: from so many units, this much of it. */
  baseFrom: 0.12,
  baseShare: 0.1,
  /** Reported payments of strangers that name their payee by themselves. */
  reportedTimes: 2,
  /** Payments of one victim within so many days are one fraud. */
  oneFraudDays: 3,
  /** Payments between two named accounts tie them up to so often. */
  mostTie: 3,
  /** In the order of the held: reported money comes first. */
  listFirst: 3,
  listDoubt: 0.3,
  /** Points a unit of the order. */
  pointsPerUnit: 2,
} as const;
