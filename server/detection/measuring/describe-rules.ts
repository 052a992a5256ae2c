import { CONSTANTS, PARAMETERS } from "../parameters.ts";

/**
 * The part of docs/detection.md that states figures of the rules, written from the parameters so
 * that it cannot drift from them. `npm run bench -- rules` puts it into the document;
 * tests/detection/rules-in-words.test.ts compares the two.
 */
const P = PARAMETERS;
const C = CONSTANTS;

const list = (values: readonly number[]) => values.map(String).join(", ");
const percent = (share: number) => `${Number((share * 100).toFixed(2))} %`;
const range = ([from, to]: readonly [number, number]) => `${percent(from)} to ${percent(to)}`;
const millions = (minor: number) => String(minor / 100 / 1_000_000);

const WORDS: readonly string[] = [
  `**Stranger relation**: an ordered pair of accounts, never the other way, whose whole life is at most ${P.strangerDays} day, not of one holder, neither end a hub. The weight w = −log10(share of transfers on such relations) / ${C.strangers.fullWeight}, between 0 and 1, weighs everything built on strangers: where everyone is a stranger it says nothing.`,
  `**Brief relation**: the same with a life of at most ${P.briefDays} days. Droppers use each other for days, then never more.`,
  `**Hub**: an account with many partners in one direction (one in ${P.hubShare} accounts, between ${P.hubPartners[0]} and ${P.hubPartners[1]}), new ones in at least ${percent(C.hubs.busyShare)} of the weeks, no fortnight with more than ${percent(C.hubs.fortnightShare)} of them. Hubs are learned from the data and carry no stranger relations.`,
  `**Established account**: a hub, or ${P.hubPartners[0]} partners of at least ${C.hubs.lastingDays} days each. It gets no points for habits.`,
  `**Peer group**: accounts of one kind of holder and like activity, at least ${P.peers}.`,
  `**Calibrated on peers**: the tail is read off the peers (shares of ${percent(C.peerGroups.tailShares[0])} and ${percent(C.peerGroups.tailShares[1])}, continued as a straight line) and never exceeds the raw points.`,
  `**Lift** (\`lift.ts\`): a habit counts between ${C.lift.least} and 1, by how much more the accounts that stand out by the shape of their dealings have it than everybody. A habit everyone has stays almost silent. No label is used.`,
];

const S = C.suspects;

/** What an investigator holds: roles, clusters and requests by evidence. */
const SUSPECTS: readonly string[] = [
  `**Held**: an account with statements, on their days; and, where rows that no statement witnesses are at least ${percent(C.held.dumpShare)} of the rows between accounts, every account of the banks whose accounts pay each other in them, for the time of the bank's own rows (payments inside it, and by its accounts to and from ways out; the time of all dumps where these begin within ${C.held.edgeDays} days of it, or so few rows would leave the gap by chance, ${percent(C.held.edgeChance)}). All others are stubs: no rate, no silence, no holding time, no "never before" is said of a stub, and none of its receipts counts as passed on. A day that is not held is no quiet day.`,
  `**When**: statements are known, no bank was dumped, and something was reported. Then no share of the accounts decides anything: they were asked for because they are suspicious.`,
  `**Unit**: ${percent(S.unitShare)} of the middle reported transfer. A payment counts as its units, at most 1.`,
  `**Presumed**: receipts of at least ${S.presumedFrom} unit from strangers of a named account count as stolen (× ${S.presumedFirst}, beyond the first hop × ${S.presumedLater}), for order and names only, never in a sum. Who deals with strangers in ${percent(S.tradesFrom)} of its weeks trades too: there only within ${S.nearDays} days of known stolen money.`,
  `**Followed**: reported and presumed money first in first out for ${C.ledger.windowDays} days a hop; ${S.rounds} rounds. _Reached_ is what comes to an account so, in units, times how sure its payer is.`,
  `**Named** at the first hop: paid by two victims; or by one as a stranger, ${S.reportedTimes} times; or by one as a stranger, and ${percent(S.exitShare)} left as cash, crypto or abroad, or ${percent(S.pairFirst)} of the receipts went on in one payment, or ${percent(S.leftShare)} left to people or out, or ${S.reachedFrom} reached it, or a handler's device took it over (operators), or what it passed on meets what another victim's payee passed on: both paid the same stranger. Further on: ${S.reachedFrom} reached, and ${percent(S.exitShare)} left so, or it was taken over so, or ${percent(S.pairLater)} went on in one payment, or ${S.reachedAlone} reached (${S.reachedWide} where ${S.widePeople} people pay and are paid). Whom ${S.crowd} people pay is named only where ${percent(S.stolenShare)} of what it received is stolen, or two victims paid it: sellers, exchanges and feasts receive stolen money among other money. Only an account that is held is named.`,
  `**Possible victim**: paid who received reported money, as a stranger, at least ${S.baseFrom} units; nothing stolen reached it and it paid no suspect further on.`,
  `**Order of the held**: named at the first hop ${S.listFirst} + reported units, else 1 + ${S.listDoubt} of them; further on the shares that left and went on in one payment, and 1 if named; in each case what reached it. ${S.pointsPerUnit} points each, beside what its own money shows. No partner lends.`,
  `**Request next** (stubs, ranked apart): ${S.listFirst} + reported units where a victim paid it, what reached it, what it paid to suspects whom no victim paid (× ${S.notPassedOn} where that was not passed on at once), and ${S.baseShare} of what suspects paid it otherwise.`,
  `**Clusters**: named accounts that paid each other stolen money (${percent(S.stolenShare)} of a payment), or that one victim paid as a stranger within ${S.oneFraudDays} days, up to ${S.mostTie} ties a pair, by Louvain; a lone one joins by phone, device (a handler's too) or holder, or is a cluster of its own with the victims who reported. Reported payees outside any cluster that have a part are clusters of their own; where there is no cluster at all, every reported payee is.`,
];

const INDICATORS: readonly (readonly [families: string, counted: string, points: string])[] = [
  [
    "hand-on (money)",
    `One payment of ${range([C.matched.single.least, C.matched.single.most])} of one receipt from a one-way counterparty, within ${C.matched.shortHours} or ${C.matched.longHours} hours, counted over the whole time. A larger receipt counts more (${C.matched.leastWeight} to ${C.matched.mostWeight}); a payment to a person whose days are held and who keeps the money × ${C.matched.kept}; matches spread over more than ${C.matched.timeDays} days lose up to ${percent(C.matched.spread)}.`,
    `Poisson against everybody's rate a receipt plus ${C.matched.ownChance} of the chance that lies in the account's own sums at any times. × how far the account's money is no trade of its own.`,
  ],
  [
    "gather, split",
    `Among rows that no single match used: up to ${C.matched.mostPieces} receipts that leave in one payment, or one receipt that leaves in up to ${C.matched.mostPieces} payments, within ${C.matched.groupHours} hours, adding up to ${range([C.matched.group.least, C.matched.group.most])}. A split counts as far as its pieces leave the accounts or are passed on.`,
    "Poisson against everybody's rate a receipt, × no trade.",
  ],
  [
    "flow (money)",
    "The same money passed on twice: whoever got it passes it on again.",
    `Poisson against what everybody's passed-on payments show (between ${C.again.leastShare} and ${C.again.mostShare}), for giver and recipient, × no trade.`,
  ],
  [
    "cash-out (money)",
    `Cash, crypto and money abroad that one-way receipts of the last ${C.leftWhenPaid.hours} hours cover (${percent(C.leftWhenPaid.cover)}), among payments out of at least the lower ${percent(C.leftWhenPaid.smallestShare)} of one-way receipts.`,
    "Poisson against how long so much of such money stood there at all, plus everybody's rate, × no trade.",
  ],
  [
    "burst-in, burst-out",
    `Different strangers in the fullest window of ${list(P.burstWindows)} days, times their share of all met in it.`,
    `Poisson against the account's own long-run rate and its peers' rate, less log10(span / window), calibrated. A burst of receipts that stay, or of one sum from at least ${C.bursts.samePayers} payers, keeps ${percent(C.bursts.kept)}. Source: MonLAD.`,
  ],
  [
    "partners (burst-member)",
    "Being the other end of somebody's burst.",
    `The burst's points × min(1, ${P.burstShare} / size). Payers lose up to ${percent(C.bursts.payersLose)} where money moves on quickly: there they were robbed.`,
  ],
  [
    "loops",
    `Closed loops of 3 or 4 accounts among strangers within ${list(P.loopWindows)} days, direction ignored, accounts of up to ${P.loopDegree} counterparties.`,
    `log10(2m) − Σ log10(1 + kW/T) − ${C.loops.perStep} (length − ${C.loops.shortest}). Groups: independent loops × mean surprise, less what single loops reach by chance. Source: scatter-gather, Graph Feature Preprocessor.`,
  ],
  [
    "cycles",
    `Time-respecting cycles of 3 to ${P.cycleLength} accounts within ${list(P.cycleWindows)} days; bookings may be ${C.cycles.slackDays} day out of order.`,
    `log10 m − Σ log10 of the chance of being paid on, less what chance finds; at most ${C.cycles.shortPoints} for a cycle of up to ${C.cycles.shortLength}. Source: 2SCENT.`,
  ],
  [
    "flow (chain)",
    `The most surprising way of brief transfers, each within ${P.flowDays} days after the one before.`,
    `Waiting time at the account's own rate, more where ${range(P.flowRatio)} goes on; calibrated. Source: FaSTMAN.`,
  ],
  [
    "hand-on",
    `Forwarded money: receipts of occasional counterparties (never the other way, at most ${P.passingTimes} occasions ${P.passingGapDays} days apart) that leave again within ${P.handOnDays} days, in up to ${P.handOnPieces} pieces that add up to ${range(P.handOnShare)}.`,
    `Poisson for so many payments in so short a wait at the account's own rate, plus how rarely an unrelated sum is so like (${list(C.forwarding.likeSums.map(([, points]) => points))}), less ${C.forwarding.forSearch} for searching; × the square of the share of such occasions that payments moved by whole weeks do not show too. Firms are calibrated on peers. Source: MonLAD, FaSTMAN.`,
  ],
  [
    "pass-through",
    `Transit: how long each brief receipt was held until ${percent(C.ledger.goneShare)} had left (first in first out within ${C.ledger.windowDays} days), told apart at ${list(C.transit.holdingHours)} hours.`,
    "The share of peers' receipts of like size that left as fast, put together after Fisher, calibrated, weighed by lift. Source: SMoTeF.",
  ],
  [
    "cash-out",
    `Brief receipts of which ${percent(C.cashOut.share)} left as cash, crypto or abroad within ${C.ledger.cashedDays} day.`,
    "Poisson against the share of all receipts, calibrated, weighed by lift.",
  ],
  [
    "repeats",
    `A pair that pays again and again within ${P.repeatDays} days and then never more.`,
    `Poisson, calibrated, × ${C.repeats.weight}, weighed by lift. Source: structuring in steps.`,
  ],
  [
    "structuring",
    `Brief receipts from ${percent(C.belowLimit.from)} of a usual limit up to just below it: ${C.belowLimit.limits.map(millions).join(", ")} million.`,
    "Poisson against the peers' share, calibrated, weighed by lift.",
  ],
  [
    "amounts",
    "The largest brief receipt.",
    `The share of peers with as large a one, × ${C.largeReceipt.weight}, weighed by lift.`,
  ],
  [
    "night",
    `Transfers from 0 to ${C.night.endsHour} o'clock.`,
    "Poisson against the peers' share, calibrated, weighed by lift.",
  ],
  [
    "dormancy",
    `${C.dormancy.busyDays} busy days after at least ${C.dormancy.silentDays} days of silence.`,
    "Poisson against the peers' week, calibrated, weighed by lift.",
  ],
  [
    "new-account",
    `Age at the first brief receipt, up to ${C.newAccount.mostDays} days.`,
    "The share of peers as young, weighed by lift.",
  ],
  [
    "shared",
    `Phone or device of other holders, up to ${C.sharedContact.mostAccounts} accounts on one.`,
    "The share of accounts that share with as many, weighed by lift.",
  ],
  [
    "reports",
    `Reported stolen money, followed first in first out for ${C.ledger.windowDays} days a hop and ${C.reported.mostHops} hops.`,
    `${P.reportedPoints} points at the first hop, × ${P.reportedHop} for every hop after it, × the share of the receipt that is stolen; × ${P.burstShare} / payers where more than ${P.burstShare} pay.`,
  ],
  [
    "listed",
    "The Anti-Fraud Centre's base (`listed` on the account).",
    `${P.listedPoints} points.`,
  ],
  [
    "operators",
    `A device that took over accounts of several unrelated people and operated them in the same time, by session logs. Taken over: it has at least ${C.operators.fewestUses} sessions, and no earlier device was used from ${C.operators.graceDays} day after its first one on. Unrelated: neither holder, phone, an earlier device nor payments in both directions connect them. Up to ${C.operators.mostAccounts} accounts a device, of which it took over at least ${percent(C.operators.takenShare)}.`,
    `${C.operators.aPerson} for each such person beside the holder, at most ${C.operators.most}; less where more than ${percent(C.operators.fewShare)} of the accounts (and ${C.operators.fewAccounts}) are operated so, unless they were asked for one by one.`,
  ],
];

const ADDING_UP: readonly string[] = [
  `What the money did counts in full: hand-on, gather, split, flow and cash-out of the money, reports, listed, operators. Shapes and habits (all other indicators) count the less the more money moves on at once: the share of receipts with a payment of about their sum within ${C.matched.shortHours} hours after them, beyond those with such a payment before them, less ${C.movesOn.standardErrors} standard error; nothing is taken off up to ${C.movesOn.from}, everything from ${C.movesOn.full} on. Loops support what the money says: × ${C.addingUp.loopSupport}, in full from ${C.addingUp.supportFrom} points.`,
  `Credit along money passed on, ${C.addingUp.moneyRounds} times and both ways: ${C.addingUp.moneyShare} of the partner's points, at most ${C.addingUp.moneyMost} each, summed over different givers up to ${C.addingUp.moneyAll}.`,
  `No trade (0 to 1): less where payments to people are not covered by receipts of ${C.ordinaryTrade.coverDays} days (up to ${percent(C.ordinaryTrade.twoWay)}), where its own money pays for crypto or leaves abroad, where cash paid in is paid on at once, and where it deals with strangers in more than ${percent(C.ordinaryTrade.oftenFrom)} of the weeks (up to ${percent(C.ordinaryTrade.often)}).`,
  `Possible victims: a payment out of its own money to an account that stands out and moves money, of ${C.roles.unusualTimes} times its middle payment to people, or one of ${C.roles.together} to different strangers within ${C.roles.togetherDays} day; with fewer than ${C.roles.victimPoints} points of its own money.`,
  `Each family gives at most ${P.cap} points and counts as log10(1 + 10^(points − ${P.familyDoubt})) from its value at zero, so that many faint families are no finding.`,
  `Then ${P.partnerRounds} times partners add: over relations that carry at least ${P.partnerPoints} points, ${P.partnerShare} of the best partner's points, and never more than ${P.partnerShare} of what the relation carries. Forwarded money gives its recipient at most ${P.handOnBound} times the occasion's points, and only where more than half of what passed between the two was forwarded. The account that forwards gets at most ${P.handOnNextHop} for a next hop and ${P.handOnNextHops} for all, where that hop forwards the very transfer again. A shared phone or device gives at most ${P.sharedBound}. A shop or lender where money ends gets no more than its own points.`,
  `Score = points / (points + ${P.cap}).`,
  `Roles: an account that pays in more than ${C.roles.ownMoneyTimes} times what strangers and the network paid it did so with its own money and is a possible victim; from ${C.roles.many} counterparties and ${C.roles.mostlyTimes} times the other side on it is a collector or distributor; one that turns ${percent(C.roles.cashShare)} into cash, crypto or foreign money is the cash-out.`,
  `Clusters: accounts of the top ${percent(C.roles.coreShare)} with at least ${P.partnerPoints} points of their own, above the level where at most ${percent(P.coreByChance)} are expected by chance, joined by relations of at least ${P.tiePoints} point, shared phones and devices. Connected parts of up to ${C.communities.whole} accounts stay whole, larger ones go through Louvain (resolution ${C.communities.resolution}). An account that only received joins with at least ${P.receiverPoints} points of its own. A cluster's points are the mean of its ${C.clusters.strongest} strongest droppers.`,
];

/** The generated part of docs/detection.md. */
export function rulesInWords(): string {
  return [
    "### Words of the rules",
    "",
    ...WORDS.flatMap((text) => wrapped(text)),
    "",
    "### Indicators, by family",
    "",
    ...INDICATORS.flatMap(([families, counted, points]) =>
      wrapped(`**${families}**: ${counted} Points: ${points}`),
    ),
    "",
    "### What an investigator holds",
    "",
    ...SUSPECTS.flatMap((text) => wrapped(text)),
    "",
    "### How they are added up",
    "",
    ...ADDING_UP.flatMap((text) => wrapped(text)),
  ].join("\n");
}

/** One item of a list in lines of at most a hundred columns. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = "-";
  for (const word of text.split(" ")) {
    if (line.length + 1 + word.length > 100) {
      lines.push(line);
      line = ` `;
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}

const BEGIN = "<!-- written by `npm run bench -- rules`: begin -->";
const END = "<!-- written by `npm run bench -- rules`: end -->";

/** The document with the generated part put in anew. */
export function withRules(document: string): string {
  const [begin, end] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (begin === -1 || end < begin)
    throw new Error("docs/detection.md lacks the marks of the rules");
  return `${document.slice(0, begin + BEGIN.length)}\n\n${rulesInWords()}\n\n${document.slice(end)}`;
}
