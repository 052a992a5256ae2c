import type { AccountItem, LabelItem, ReportItem, StatementItem, TransferItem } from "../items.ts";
import { factsOfSide, type Mentions, mention } from "./mentions.ts";
import { accountNumber } from "./numbers.ts";
import { type AccountFacts, WEIGHT } from "./told.ts";
import type { OrderedTransfer } from "./transfers.store.ts";

/** Rows that go to the database together. */
export interface Batch {
  readonly transfers: OrderedTransfer[];
  readonly accounts: AccountItem[];
  readonly reports: ReportItem[];
  readonly labels: LabelItem[];
  readonly statements: StatementItem[];
  add(item: TransferItem | AccountItem | ReportItem | LabelItem, order: number): void;
  size(): number;
}

export function emptyBatch(): Batch {
  let size = 0;
  const batch: Batch = {
    transfers: [],
    accounts: [],
    reports: [],
    labels: [],
    statements: [],
    add: (item, order) => {
      size += 1;
      if (item.kind === "transfer") batch.transfers.push({ item, order });
      else if (item.kind === "account") batch.accounts.push(item);
      else if (item.kind === "report") batch.reports.push(item);
      else batch.labels.push(item);
    },
    size: () => size,
  };
  return batch;
}

/** The accounts the rows name, with what they tell of them; those of account lists apart. */
export function mentionsOf(batch: Batch): Mentions {
  const mentions: Mentions = new Map();
  for (const { item } of batch.transfers) {
    mention(
      mentions,
      accountNumber(item.from, item.to),
      factsOfSide(item.from, item, "from", item.to),
    );
    mention(
      mentions,
      accountNumber(item.to, item.from),
      factsOfSide(item.to, item, "to", item.from),
    );
  }
  for (const { account, bank, currency } of batch.statements) {
    mention(mentions, account, {
      weight: WEIGHT.own,
      currency,
      ...(bank === null ? {} : { bank }),
    });
  }
  for (const { victimAccount, victimIin, victimName } of batch.reports) {
    if (victimAccount === null) continue;
    const facts: AccountFacts = {
      weight: WEIGHT.mention,
      ...(victimIin === null ? {} : { iin: victimIin }),
      ...(victimName === null ? {} : { name: victimName }),
    };
    mention(mentions, victimAccount, facts);
  }
  return mentions;
}
