import { DAY } from "../../time/instant.ts";
import { CONSTANTS } from "../parameters.ts";
import { type Context, once } from "./context.ts";
import { meetingPayers } from "./meeting-points.ts";
import { operatedTogether } from "./operated-together.ts";
import { weeksOf } from "./ordinary-trade.ts";
import { receiptsPassedOn, type StolenFlows, stolenFlows } from "./stolen-flows.ts";
import { stolenShares } from "./stolen-share.ts";
import { placesOf, type SuspectRows, suspectRows } from "./suspect-rows.ts";

/**
 * Who handled stolen money, read off reports and the rows of the statements held; nothing rests on
 * a share of the accounts, which were collected because they are suspicious. Strangers' receipts of
 * a named account are presumed stolen: that orders and never enters a sum, a claim or a letter.
 */
export interface Suspects {
  readonly of: SuspectRows;
  /** 0..1, how sure it is that the account handled stolen money. */
  readonly sure: Float64Array;
  /** 1 = named as a dropper on evidence of its own: always an account that is held. */
  readonly named: Uint8Array;
  /** 1 = received reported money itself. */
  readonly first: Uint8Array;
  /** Stolen or presumed money that reached it through others, in counted payments. */
  readonly reached: Float64Array;
  /** Counted payments of it to suspects whom no victim paid: a sender of the network. */
  readonly fed: Float64Array;
  readonly flows: ReadonlyMap<number, StolenFlows>;
  /** Order of held accounts, and of stubs: which statements to ask for next. */
  readonly list: Float64Array;
  readonly request: Float64Array;
  /** 1 = paid who received reported money, as a victim does. */
  readonly possibleVictim: Uint8Array;
  /** Stolen share of a payment by place, and what of it is only presumed. */
  readonly share: ReadonlyMap<number, number>;
  readonly presumed: ReadonlyMap<number, number>;
}

/** Where statements were asked for one by one and something was reported; else nothing. */
export const suspectsOf = once((context): Suspects | undefined => {
  if (!context.held.chosen || context.input.reports.length === 0) return undefined;
  const search = new Search(context, suspectRows(context));
  return search.of.stolen.size === 0 ? undefined : search.result();
});

/** Facts of an account that received reported money. */
interface FirstHop {
  stranger: boolean;
  /** Reported payments of strangers. */
  times: number;
  units: number;
  readonly payers: Set<number>;
}

class Search {
  readonly of: SuspectRows;
  readonly #held: Uint8Array;
  readonly #weeks: Float64Array;
  /** Accounts that the device of a handler took over. */
  readonly #handedOver: ReadonlyMap<number, unknown>;
  readonly #firstHop: ReadonlyMap<number, FirstHop>;
  readonly #passedOn = new Map<number, ReadonlySet<number>>();
  #sure: Float64Array;
  #named: Uint8Array;
  #share: ReadonlyMap<number, number> = new Map();
  #presumed: ReadonlyMap<number, number> = new Map();
  #reached: Float64Array;
  #fed: Float64Array;
  #base: Float64Array;
  #flows = new Map<number, StolenFlows>();
  /** Payees of victims whose stolen money meets that of another (meeting-points.ts). */
  #meeting: ReadonlySet<number> = new Set();

  constructor(context: Context, of: SuspectRows) {
    this.of = of;
    this.#held = context.held.account;
    this.#weeks = weeksOf(context, of.isStranger);
    this.#handedOver = operatedTogether(context);
    this.#firstHop = firstHopOf(of);
    this.#sure = new Float64Array(of.accounts);
    this.#named = new Uint8Array(of.accounts);
    this.#reached = new Float64Array(of.accounts);
    this.#fed = new Float64Array(of.accounts);
    this.#base = new Float64Array(of.accounts);
    for (const [account, { stranger }] of this.#firstHop) {
      this.#sure[account] = stranger
        ? CONSTANTS.suspects.sureStranger
        : CONSTANTS.suspects.sureKnown;
      this.#named[account] = this.#held[account]!;
    }
    for (let round = 0; round < CONSTANTS.suspects.rounds; round += 1) this.#goOn();
  }

  /** One round: presume, follow, and name who has evidence. A person named once stays named. */
  #goOn(): void {
    this.#presumed = this.#presume();
    this.#share = stolenShares(this.of, this.#presumed);
    this.#meeting = meetingPayers(this.of, this.#firstHop, this.#share, this.#presumed);
    this.#reached = this.#reachedBy();
    this.#base = this.#paidBySuspects();
    this.#fed = this.#paidToSuspects();
    const sure = new Float64Array(this.of.accounts);
    const named = this.#named.slice();
    this.#flows = new Map();
    for (const [account, hop] of this.#firstHop) {
      if (this.#held[account] === 0)
        sure[account] = hop.stranger
          ? CONSTANTS.suspects.sureStranger
          : CONSTANTS.suspects.sureKnown;
      else if (this.#actedOn(account, hop)) {
        named[account] = 1;
        sure[account] = CONSTANTS.suspects.sureStranger;
      } else {
        named[account] = 0;
        sure[account] = hop.stranger
          ? CONSTANTS.suspects.doubtStranger
          : CONSTANTS.suspects.doubtKnown;
      }
    }
    for (let account = 0; account < this.of.accounts; account += 1) {
      if (this.#held[account] === 0 || !this.#mayBeNamed(account)) continue;
      if (this.#firstHop.has(account)) continue;
      const reached = this.#reached[account]!;
      if (named[account] === 0 && reached <= 0) continue;
      if (named[account] === 1 || this.#handled(account)) {
        this.#flowsOf(account);
        named[account] = 1;
        sure[account] = CONSTANTS.suspects.sureLater;
      } else if (reached >= CONSTANTS.suspects.reachedFrom)
        sure[account] = CONSTANTS.suspects.doubtLater * Math.min(1, reached);
      else
        sure[account] =
          CONSTANTS.suspects.doubtLittle * Math.min(1, reached / CONSTANTS.suspects.reachedFrom);
    }
    this.#sure = sure;
    this.#named = named;
  }

  #mayBeNamed(account: number): boolean {
    return this.of.isPerson(account) && !this.of.victims.has(account);
  }

  /**
   * Receipts from strangers of a named account: most of them are other victims' money. Who deals
   * with strangers in most weeks trades as well: there only those near reported or traced money.
   */
  #presume(): Map<number, number> {
    const { rows, incoming, units, isStranger, stolen } = this.of;
    const found = new Map<number, number>();
    for (let account = 0; account < this.of.accounts; account += 1) {
      if (this.#named[account] === 0) continue;
      const often = this.#weeks[account]! >= CONSTANTS.suspects.tradesFrom;
      const known = often ? this.#tracedTimes(account) : [];
      const isNear = (when: number) =>
        known.some((time) => Math.abs(when - time) <= CONSTANTS.suspects.nearDays * DAY);
      for (const place of placesOf(incoming, account)) {
        const payer = rows.from[place]!;
        if (stolen.has(place) || this.#sure[payer]! >= CONSTANTS.suspects.victimBelow) continue;
        if (units(place) < CONSTANTS.suspects.presumedFrom || !isStranger(place)) continue;
        if (often && !isNear(rows.at[place]!)) continue;
        found.set(
          place,
          this.#firstHop.has(account)
            ? CONSTANTS.suspects.presumedFirst
            : CONSTANTS.suspects.presumedLater,
        );
      }
    }
    return found;
  }

  /** When reported or traced money came to an account. */
  #tracedTimes(account: number): number[] {
    const { rows, incoming, stolen } = this.of;
    const isTraced = (place: number) => this.#share.has(place) && !this.#presumed.has(place);
    return Array.from(placesOf(incoming, account))
      .filter((place) => stolen.has(place) || isTraced(place))
      .map((place) => rows.at[place]!);
  }

  /** Stolen money that came through others, in counted payments. */
  #reachedBy(): Float64Array {
    const { rows, stolen, isPerson, victims, units, wentBack } = this.of;
    const reached = new Float64Array(this.of.accounts);
    for (const [place, share] of this.#share) {
      const payee = rows.to[place]!;
      if (stolen.has(place) || this.#presumed.has(place)) continue;
      if (!isPerson(payee) || victims.has(payee)) continue;
      const back = this.#held[payee] === 0 && wentBack(place) ? CONSTANTS.suspects.twoWay : 1;
      reached[payee]! += this.#sure[rows.from[place]!]! * share * Math.min(1, units(place)) * back;
    }
    return reached;
  }

  /** Payments of suspects to stubs, without a stolen share: short statements show no more. */
  #paidBySuspects(): Float64Array {
    const { rows, outgoing, stolen, isPerson, victims, units, wentBack } = this.of;
    const base = new Float64Array(this.of.accounts);
    for (let account = 0; account < this.of.accounts; account += 1) {
      const sure = this.#sure[account]!;
      if (sure < CONSTANTS.suspects.victimBelow) continue;
      for (const place of placesOf(outgoing, account)) {
        const payee = rows.to[place]!;
        if (!isPerson(payee) || this.#held[payee] === 1 || victims.has(payee)) continue;
        if (stolen.has(place) || units(place) < CONSTANTS.suspects.baseFrom) continue;
        if ((this.#share.get(place) ?? 0) >= CONSTANTS.suspects.baseShare) continue;
        const back = wentBack(place) ? CONSTANTS.suspects.twoWay : 1;
        base[payee]! += sure * CONSTANTS.suspects.baseShare * Math.min(1, units(place)) * back;
      }
    }
    return base;
  }

  /** Who pays a suspect whom no victim paid is mostly another dropper. */
  #paidToSuspects(): Float64Array {
    const { rows, incoming, isPerson, victims, units, wentBack } = this.of;
    const fed = new Float64Array(this.of.accounts);
    for (let account = 0; account < this.of.accounts; account += 1) {
      const sure = this.#sure[account]!;
      if (sure <= 0 || this.#firstHop.has(account)) continue;
      for (const place of placesOf(incoming, account)) {
        const payer = rows.from[place]!;
        if (!isPerson(payer) || victims.has(payer)) continue;
        if (units(place) < CONSTANTS.suspects.fedFrom || wentBack(place)) continue;
        const whole = this.#held[account] === 1 && this.#passedOnBy(account).has(place);
        fed[payer]! +=
          sure * Math.min(1, units(place)) * (whole ? 1 : CONSTANTS.suspects.notPassedOn);
      }
    }
    return fed;
  }

  /**
   * A payee of reported money is named where two victims paid it. It is named, too, where a
   * stranger did and it was paid again, passed money on, met with another's money, or was handed
   * over.
   */
  #actedOn(account: number, hop: FirstHop): boolean {
    const { exit, pair, out } = this.#flowsOf(account);
    if (hop.payers.size >= 2) return true;
    if (this.#dealsWithMany(account)) return false;
    const acted =
      this.#handedOver.has(account) ||
      this.#meeting.has(account) ||
      hop.times >= CONSTANTS.suspects.reportedTimes ||
      exit >= CONSTANTS.suspects.exitShare ||
      pair >= CONSTANTS.suspects.pairFirst ||
      out >= CONSTANTS.suspects.leftShare;
    return hop.stranger && (acted || this.#reached[account]! >= CONSTANTS.suspects.reachedFrom);
  }

  /**
   * An account further on is named by what it did with the money, by how much came, or by having
   * been handed over.
   */
  #handled(account: number): boolean {
    const reached = this.#reached[account]!;
    if (reached < CONSTANTS.suspects.reachedFrom || this.#dealsWithMany(account)) return false;
    const { exit, pair } = this.#flowsOf(account);
    const alone = this.#isWide(account)
      ? CONSTANTS.suspects.reachedWide
      : CONSTANTS.suspects.reachedAlone;
    return (
      this.#handedOver.has(account) ||
      exit >= CONSTANTS.suspects.exitShare ||
      pair >= CONSTANTS.suspects.pairLater ||
      reached >= alone
    );
  }

  /**
   * So many people pay it, and so little of what it received is stolen: a seller, an exchange or a
   * feast that stolen money came to among other money. Its own payments say nothing of it.
   */
  #dealsWithMany(account: number): boolean {
    const { crowd, stolenShare } = CONSTANTS.suspects;
    return this.#flowsOf(account).received < stolenShare && this.#people(account).payers >= crowd;
  }

  /** Many pay it and many are paid: an exchange, sales, crypto. */
  #isWide(account: number): boolean {
    const { payers, payees } = this.#people(account);
    return Math.min(payers, payees) >= CONSTANTS.suspects.widePeople;
  }

  /** How many different people pay it and are paid by it. */
  #people(account: number): { payers: number; payees: number } {
    const { rows, incoming, outgoing, isPerson } = this.of;
    const people = (ends: readonly number[]) => new Set(ends.filter(isPerson)).size;
    return {
      payers: people(Array.from(placesOf(incoming, account), (place) => rows.from[place]!)),
      payees: people(Array.from(placesOf(outgoing, account), (place) => rows.to[place]!)),
    };
  }

  #flowsOf(account: number): StolenFlows {
    let found = this.#flows.get(account);
    if (!found) {
      found = stolenFlows(this.of, this.#share, account, this.#passedOnBy(account));
      this.#flows.set(account, found);
    }
    return found;
  }

  #passedOnBy(account: number): ReadonlySet<number> {
    let found = this.#passedOn.get(account);
    if (!found) {
      found = receiptsPassedOn(this.of, account);
      this.#passedOn.set(account, found);
    }
    return found;
  }

  result(): Suspects {
    const { accounts } = this.of;
    const first = new Uint8Array(accounts);
    for (const account of this.#firstHop.keys()) first[account] = 1;
    const list = new Float64Array(accounts);
    const request = new Float64Array(accounts);
    for (let account = 0; account < accounts; account += 1) {
      if (!this.#mayBeNamed(account)) continue;
      const reached = this.#reached[account]!;
      if (this.#held[account] === 1) list[account] = reached + this.#ownOrder(account);
      else
        request[account] =
          reached + this.#base[account]! + this.#fed[account]! + this.#reportedFirst(account);
    }
    return {
      of: this.of,
      sure: this.#sure,
      named: this.#named,
      first,
      reached: this.#reached,
      fed: this.#fed,
      flows: this.#flows,
      list,
      request,
      possibleVictim: this.#possibleVictims(),
      share: this.#share,
      presumed: this.#presumed,
    };
  }

  /** Recipients of reported money are asked before anybody else. */
  #reportedFirst(account: number): number {
    const hop = this.#firstHop.get(account);
    return hop ? CONSTANTS.suspects.listFirst + hop.units : 0;
  }

  #ownOrder(account: number): number {
    const hop = this.#firstHop.get(account);
    const named = this.#named[account]!;
    if (hop)
      return named === 1
        ? CONSTANTS.suspects.listFirst + hop.units
        : 1 + CONSTANTS.suspects.listDoubt * hop.units;
    const flows = this.#flows.get(account);
    return (flows ? flows.exit + flows.pair : 0) + named;
  }

  /** Strangers who paid who received reported money, and whom no stolen money reached. */
  #possibleVictims(): Uint8Array {
    const { rows, incoming, isPerson, isStranger, units } = this.of;
    const found = new Uint8Array(this.of.accounts);
    for (const account of this.#firstHop.keys()) {
      for (const place of placesOf(incoming, account)) {
        const payer = rows.from[place]!;
        const clean =
          this.#named[payer] === 0 && this.#reached[payer] === 0 && this.#fed[payer] === 0;
        if (!isPerson(payer) || this.#firstHop.has(payer) || !clean) continue;
        if (isStranger(place) && units(place) >= CONSTANTS.suspects.baseFrom) found[payer] = 1;
      }
    }
    return found;
  }
}

/** Payees of reported transfers, victims and firms apart. */
function firstHopOf({ rows, stolen, isPerson, victims, isStranger, units }: SuspectRows) {
  const found = new Map<number, FirstHop>();
  for (const place of [...stolen].sort((a, b) => a - b)) {
    const [payer, payee] = [rows.from[place]!, rows.to[place]!];
    if (!isPerson(payee) || victims.has(payee)) continue;
    const hop = found.get(payee) ?? {
      stranger: false,
      times: 0,
      units: 0,
      payers: new Set<number>(),
    };
    found.set(payee, hop);
    hop.stranger ||= isStranger(place);
    hop.times += isStranger(place) ? 1 : 0;
    hop.units += Math.min(1, units(place));
    hop.payers.add(payer);
  }
  return found;
}
