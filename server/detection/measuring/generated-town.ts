import { instantOf, SECONDS_A_DAY } from "../../../fixtures/scenario/calendar.ts";
import { type Scenario, type ScenarioOptions, scenario } from "../../../fixtures/scenario/run.ts";
import { sessionLog } from "../../../fixtures/scenario/sessions.ts";
import { bankCode, phoneHolder } from "../../../fixtures/scenario/town.ts";
import { columnsBuilder } from "../../columns/build.ts";
import type { TransferColumns } from "../../columns/columns.ts";
import type { HeldDays } from "../../columns/dumped-banks.ts";
import { isBin } from "../../identity/iin.ts";
import type { DeviceUse, KnownReport } from "../indicators/context.ts";
import type { Truth } from "./evaluate.ts";

/**
 * A generated town as the database would give it, with what only an evaluation may know beside it.
 */
export interface MeasuredTown {
  readonly columns: TransferColumns;
  readonly reports: readonly KnownReport[];
  /** Days held; none known where a town is seen whole. */
  readonly statements?: readonly HeldDays[];
  /** Devices by the session logs; none where no log is played. */
  readonly devices?: readonly DeviceUse[];
  readonly truth: Truth;
  /** What each account is for: worker, merchant, employer, utility… (fixtures/README.md). */
  readonly lives: ReadonlyMap<string, string>;
  readonly typologies: ReadonlyMap<string, string>;
}

/**
 * Plays a scenario straight into columns, without files and database: for measuring over many
 * seeds.
 */
export function measuredTown(options: ScenarioOptions): MeasuredTown {
  const played = scenario(options);
  const { town, networks, planted } = played;
  const builder = columnsBuilder();
  const number = (account: number) => town.iban(account);
  const lives = new Map<string, string>();
  const labels = new Map<string, boolean>();
  for (let account = 0; account < town.accounts; account += 1) {
    const holder = phoneHolder(town, account);
    const key = town.holderIin(account);
    const usePlanted = options.planted ?? true;
    builder.account({
      number: number(account),
      bank: bankCode(town, account),
      holderKey: key,
      holderKind: isBin(key) ? "organisation" : "person",
      openedAt: instantOf((town.openDay[account] as number) * SECONDS_A_DAY),
      phone: String((usePlanted ? planted.phoneOf.get(account) : undefined) ?? holder),
      device: String((usePlanted ? planted.deviceOf.get(account) : undefined) ?? holder),
    });
    lives.set(number(account), town.lifeName(account));
    labels.set(number(account), false);
  }
  let order = 0;
  played.play((movement) => {
    const end = (side: number) => (side >= 0 ? number(side) : `EXIT:${movement.channel}:-`);
    for (const side of [movement.from, movement.to]) {
      if (side < 0) builder.account({ number: end(side), exitKind: exitOf(movement.channel) });
    }
    builder.transfer({
      id: movement.id,
      from: end(movement.from),
      to: end(movement.to),
      amount: BigInt(movement.amount),
      bookedAt: instantOf(movement.second),
      channel: movement.channel,
      order: order++,
    });
  });
  const networkOf = new Map<string, string>();
  const typologies = new Map<string, string>();
  for (const network of networks) {
    for (const member of network.members) {
      labels.set(number(member.account), true);
      networkOf.set(number(member.account), String(network.number));
      typologies.set(number(member.account), network.typology);
    }
  }
  const columns = builder.finish();
  const reports = new Map<string, { id: string; victims: number[]; stolen: string[] }>();
  for (const row of played.reports) {
    const known = reports.get(row.reportId);
    if (known) known.stolen.push(row.transferId);
    else {
      const victim = columns.accounts.indexOf(number(row.victim));
      reports.set(row.reportId, {
        id: row.reportId,
        victims: victim === undefined ? [] : [victim],
        stolen: [row.transferId],
      });
    }
  }
  return {
    columns,
    reports: [...reports.values()],
    devices: devicesOf(options, played, columns),
    truth: { labels, networks: networkOf },
    lives,
    typologies,
  };
}

function exitOf(channel: string): "cash" | "pos" | "crypto" | "other" {
  return channel === "cash" || channel === "pos" || channel === "crypto" ? channel : "other";
}

/** Devices by account, as the log that `options.sessions` asks for says; none without it. */
function devicesOf(
  options: ScenarioOptions,
  { town, planted }: Scenario,
  columns: TransferColumns,
): DeviceUse[] {
  if (!options.sessions) return [];
  const log = sessionLog(town, (options.planted ?? true) ? planted : null, options.sessions);
  const found: DeviceUse[] = [];
  for (let account = 0; account < town.accounts; account += 1) {
    const index = columns.accounts.indexOf(town.iban(account));
    const uses = new Map<string, DeviceUse>();
    for (const { device, second } of log(account, [])) {
      const at = instantOf(second);
      if (device !== "" && index !== undefined)
        uses.set(device, {
          ...{ account: index, device, last: at },
          first: uses.get(device)?.first ?? at,
          count: (uses.get(device)?.count ?? 0) + 1,
        });
    }
    found.push(...uses.values());
  }
  return found;
}
