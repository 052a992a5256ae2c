import { ActionIcon, Tooltip } from "@mantine/core";
import { IconArrowForwardUp, IconFilter } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { GraphNode, TransferRow } from "../../../../contract/exploring.ts";
import { formatMoment } from "../../../../contract/format/dates.ts";
import { currencySign } from "../../../../contract/format/money.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { AccountLine } from "../../../ui/account.tsx";
import { ActorDot } from "../../../ui/actor-dot.tsx";
import { exitKey, exitKindOf } from "../../../ui/exits.ts";
import { Money } from "../../../ui/money.tsx";
import type { TableColumn } from "../../../ui/table-column.ts";
import shared from "../shared.module.css";
import classes from "./money.module.css";
import { SORTED_BY } from "./transfer-order.ts";

/** The filter that a cell of a transfer becomes, and the question what left after it. */
export interface CellFilters {
  readonly onDay: (row: TransferRow) => void;
  readonly onPair: (row: TransferRow) => void;
  readonly onAmount: (row: TransferRow) => void;
  readonly onNext: (row: TransferRow) => void;
}

/** The columns of the table of transfers; amounts in `currency` stand without its sign. */
export function useTransferColumns(
  nodes: ReadonlyMap<string, GraphNode>,
  currency: string,
  filters: CellFilters,
): readonly TableColumn<TransferRow>[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const side = (account: string, name: string | null) => {
    const node = nodes.get(account);
    const kind = node?.exitKind ?? exitKindOf(account);
    return (
      <span className={classes.who} title={account}>
        <ActorDot role={node?.role ?? "none"} exitKind={kind} />
        {kind === null ? (
          <AccountLine number={account} name={name} short />
        ) : (
          t(`explore.exits.${exitKey(kind)}`)
        )}
      </span>
    );
  };
  return [
    {
      id: "time",
      head: t("explore.table.time"),
      width: "150px",
      sort: SORTED_BY.time,
      cell: (row) => (
        <Filterable label={t("explore.table.onlyDay")} onFilter={() => filters.onDay(row)}>
          <span className="dg-tabular">
            {formatMoment({ at: row.bookedAt, dayOnly: row.dayOnly ?? false }, language)}
          </span>
        </Filterable>
      ),
    },
    {
      id: "amount",
      head: `${t("common.amount")}, ${currencySign(currency)}`,
      width: "98px",
      align: "right",
      sort: SORTED_BY.amount,
      cell: (row) => (
        <Filterable
          right
          label={t("explore.table.onlyOver")}
          onFilter={() => filters.onAmount(row)}
        >
          <Money amount={row.amount} currency={row.currency} bare={row.currency === currency} />
        </Filterable>
      ),
    },
    {
      id: "from",
      head: t("common.from"),
      width: "minmax(168px, 1.3fr)",
      sort: SORTED_BY.from,
      cell: (row) => (
        <Filterable label={t("explore.table.onlyPair")} onFilter={() => filters.onPair(row)}>
          {side(row.from, row.fromName)}
        </Filterable>
      ),
    },
    {
      id: "to",
      head: t("common.to"),
      width: "minmax(168px, 1.3fr)",
      sort: SORTED_BY.to,
      cell: (row) => (
        <Filterable label={t("explore.table.onlyPair")} onFilter={() => filters.onPair(row)}>
          {side(row.to, row.toName)}
        </Filterable>
      ),
    },
    {
      id: "purpose",
      head: t("explore.table.purpose"),
      width: "minmax(112px, .8fr)",
      sort: SORTED_BY.purpose,
      cell: (row) => (
        <span title={row.purpose ?? ""}>
          {row.purpose ?? t(`explore.channels.${channelKey(row.channel)}`)}
        </span>
      ),
    },
    {
      id: "source",
      head: t("common.source"),
      width: "minmax(80px, .45fr)",
      cell: (row) => (
        <span
          className={shared.muted}
          title={t("common.sourceRow", { source: row.sourceName ?? row.sourceId, row: row.row })}
        >
          {`№ ${row.row} · ${fileOf(row)}`}
        </span>
      ),
    },
    {
      id: "next",
      head: t("explore.table.next"),
      headContent: <span aria-hidden="true" />,
      width: "38px",
      cell: (row) => (
        <Tooltip label={t("explore.table.next")} position="left">
          <ActionIcon
            size={22}
            aria-label={t("explore.table.next")}
            onClick={(event) => {
              event.stopPropagation();
              filters.onNext(row);
            }}
          >
            <IconArrowForwardUp size={15} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      ),
    },
  ];
}

/** The file without its folders; the whole path stands in the tooltip. */
function fileOf(row: TransferRow): string {
  return row.sourceName?.split(/[\\/]/).at(-1) ?? row.sourceId.slice(0, 8);
}

const CHANNELS = ["transfer", "card", "cash", "pos", "crypto", "other"] as const;

function channelKey(channel: string): (typeof CHANNELS)[number] {
  return CHANNELS.find((known) => known === channel) ?? "other";
}

function Filterable({
  label,
  right = false,
  onFilter,
  children,
}: {
  label: string;
  right?: boolean;
  onFilter: () => void;
  children: React.ReactNode;
}) {
  const button = (
    <button
      type="button"
      className={classes.cellFilter}
      aria-label={label}
      title={label}
      tabIndex={-1}
      onClick={(event) => {
        event.stopPropagation();
        onFilter();
      }}
    >
      <IconFilter size={13} stroke={1.8} aria-hidden />
    </button>
  );
  return (
    <span className={classes.filterable} data-right={right || undefined}>
      {right && button}
      {children}
      {!right && button}
    </span>
  );
}
