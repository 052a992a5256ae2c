import { MONEY, pointsFor } from "../indicators/all-indicators.ts";
import { rounded } from "../indicators/chance.ts";
import type { Context } from "../indicators/context.ts";
import { loops } from "../indicators/loops.ts";
import { moneyRows, movesOn, passedOn } from "../indicators/money-passed-on.ts";
import { notTrade } from "../indicators/ordinary-trade.ts";
import { reportedMoney } from "../indicators/reported-money.ts";
import { suspectsOf } from "../indicators/suspects.ts";
import { CONSTANTS } from "../parameters.ts";
import { addUpShapes } from "./add-up-shapes.ts";
import { counted, type Scores } from "./scores.ts";

/**
 * The score: what the money did, plus what the shape of the network says as far as it may speak in
 * this data (`movesOn`). Both are plain sums of families (`counted`); no weight is learned and none
 * is carried from one source of data to another.
 */
export function addUp(context: Context): Scores {
  const { own, money, points, credit, partner } = sumsOf(context);
  const round = (values: Float64Array) => values.map(rounded);
  return {
    own: round(own),
    money: round(money),
    points: round(points),
    credit: round(credit),
    partner,
  };
}

function sumsOf(context: Context): Scores {
  const gate = movesOn(context).weight;
  const money = moneyPoints(context, gate);
  const lent = suspectsOf(context) ? nothingLent(money) : alongMoney(context, money);
  if (gate === 1) return askedApart(context, { own: money, money: lent.points, ...lent });
  const shapes = addUpShapes(context);
  const part = 1 - gate;
  const both = (left: Float64Array, right: Float64Array) =>
    left.map((value, account) => value + part * right[account]!);
  return askedApart(context, {
    own: both(money, shapes.own),
    money: lent.points,
    points: both(lent.points, shapes.points),
    credit: both(lent.credit, shapes.credit),
    partner: lent.partner.map((partner, account) =>
      lent.credit[account]! >= part * shapes.credit[account]! ? partner : shapes.partner[account]!,
    ),
  });
}

/** Suspects are followed along the money already: what partners lend would count it twice. */
function nothingLent(points: Float64Array): Omit<Scores, "own" | "money"> {
  const credit = new Float64Array(points.length);
  return { points, credit, partner: new Int32Array(points.length).fill(-1) };
}

/**
 * Stubs are ranked apart, by whose statement to ask for next: what a partner lends says no more.
 */
function askedApart(context: Context, scores: Scores): Scores {
  if (!suspectsOf(context)) return scores;
  const asked = reportedMoney.points(context);
  const isHeld = (account: number) => context.held.account[account] === 1;
  const apart = (values: Float64Array) =>
    values.map((value, account) => (isHeld(account) ? value : asked[account]!));
  return {
    own: apart(scores.own),
    money: apart(scores.money),
    points: apart(scores.points),
    credit: scores.credit.map((value, account) => (isHeld(account) ? value : 0)),
    partner: scores.partner.map((value, account) => (isHeld(account) ? value : -1)),
  };
}

/**
 * Families of the money added up; firms show nothing by it. Loops support what the money says and
 * say nothing alone.
 */
function moneyPoints(context: Context, gate: number): Float64Array {
  const { firm } = moneyRows(context);
  const { loopSupport, supportFrom } = CONSTANTS.addingUp;
  const own = new Float64Array(context.flow.accounts);
  for (const indicator of MONEY) {
    for (const account of context.peers.active)
      own[account]! += counted(pointsFor(context, indicator, account));
  }
  for (const account of context.peers.active) {
    if (firm[account] === 1) own[account] = 0;
    else if (gate > 0 && own[account]! > 0) {
      const support = loopSupport * Math.min(1, own[account]! / supportFrom);
      own[account]! += gate * counted(loops.points(context)[account]! * support);
    }
  }
  return own;
}

/**
 * Credit along money passed on, both ways. An account gets a share of what each different giver
 * shows, and of what the best of those shows it passed money on to. It gets less where its own
 * money is trade. Twice, so that it reaches two hops.
 */
function alongMoney(context: Context, own: Float64Array): Omit<Scores, "own" | "money"> {
  const { firm } = moneyRows(context);
  const trade = notTrade(context);
  const ways = waysPassedOn(context);
  const { moneyShare, moneyMost, moneyAll, moneyRounds } = CONSTANTS.addingUp;
  const offered = (points: Float64Array, account: number) =>
    Math.min(moneyMost, moneyShare * points[account]!);
  const partner = new Int32Array(own.length).fill(-1);
  let points = own;
  for (let round = 0; round < moneyRounds; round += 1) {
    const down = new Float64Array(own.length);
    const up = new Float64Array(own.length);
    const best = new Float64Array(own.length);
    const note = (account: number, other: number, value: number) => {
      if (value <= best[account]!) return;
      best[account] = value;
      partner[account] = other;
    };
    for (const { giver, recipient } of ways) {
      const [given, back] = [offered(points, giver), offered(points, recipient)];
      down[recipient]! += given;
      up[giver] = Math.max(up[giver]!, back);
      note(recipient, giver, given);
      note(giver, recipient, back);
    }
    points = own.map((value, account) => {
      const credit = Math.min(moneyAll, down[account]!) + up[account]!;
      return firm[account] === 1 ? value : value + credit * trade[account]!;
    });
  }
  return { points, credit: points.map((value, account) => value - own[account]!), partner };
}

/** Who passed money on to whom, each pair once, in order. */
function waysPassedOn(context: Context): { giver: number; recipient: number }[] {
  const rows = moneyRows(context);
  const { short, long, occasions } = passedOn(context);
  const accounts = context.flow.accounts;
  const keys = new Set<number>();
  const note = (place: number) => {
    if (rows.oneWay[place] === 1) keys.add(rows.from[place]! * accounts + rows.to[place]!);
  };
  for (const { all } of [short, long]) for (const { paid } of all) note(paid);
  for (const { paid } of occasions) paid.forEach(note);
  return Array.from(Float64Array.from(keys).sort(), (key) => {
    const giver = Math.floor(key / accounts);
    return { giver, recipient: key - giver * accounts };
  });
}
