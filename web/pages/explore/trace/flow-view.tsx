import { useElementSize } from "@mantine/hooks";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { formatMoney } from "../../../../contract/format/money.ts";
import type { Trace } from "../../../../contract/tracing.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import type { Moment } from "./balances-at-moment.ts";
import { type FlowColumn, flowPicture, type Strand } from "./flow-layout.ts";
import { FlowNode } from "./flow-node.tsx";
import classes from "./trace.module.css";
import { useTraceName } from "./use-trace-name.ts";

const TOP = 44;
const MARGIN = { left: 118, right: 150 };
/** The flow from left to right: bars are accounts, bands are stolen money, a colour a victim. */
export function FlowView({
  trace,
  moment,
  colors,
  focus,
  victim,
  changed,
  onFocus,
}: {
  trace: Trace;
  moment: Moment;
  colors: ReadonlyMap<string, string>;
  focus: string | null;
  /** Only this victim's strands stand out; null = all. */
  victim: string | null;
  changed: ReadonlyMap<string, bigint>;
  onFocus: (account: string | null) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { ref, width, height } = useElementSize<HTMLElement>();
  const nameOf = useTraceName(moment);
  const victims = useMemo(() => [...colors.keys()], [colors]);
  const picture = useMemo(
    () =>
      width === 0
        ? null
        : flowPicture(trace, moment.at, victims, {
            width: Math.max(560, width),
            ...MARGIN,
            top: TOP,
            least: Math.max(300, height - 2),
          }),
    [trace, moment.at, victims, width, height],
  );
  const standing = useMemo(
    () => new Map(moment.accounts.map((account) => [account.account, account])),
    [moment],
  );
  const near = useMemo(() => {
    if (focus === null || !picture) return null;
    const found = new Set([focus]);
    for (const strand of picture.strands) {
      if (strand.from === focus) found.add(strand.to);
      if (strand.to === focus) found.add(strand.from);
    }
    return found;
  }, [focus, picture]);
  const [one, two] = picture?.columns ?? [];
  const step = one !== undefined && two !== undefined ? two.x - one.x : Number.POSITIVE_INFINITY;
  const last = (picture?.columns.length ?? 0) - 1;
  const strandShown = (strand: { victim: string; from: string; to: string }) =>
    (victim === null || strand.victim === victim) &&
    (focus === null || strand.from === focus || strand.to === focus);
  return (
    <section
      className={classes.drawing}
      ref={ref}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keyboard too
      tabIndex={0}
      aria-label={t("explore.trace.flow")}
    >
      {picture && (
        <svg
          width={picture.width}
          height={picture.height}
          role="img"
          aria-label={t("explore.trace.pictureLabel", {
            stolen: formatMoney(moment.stolen, trace.currency, language),
            count: moment.accounts.length,
          })}
        >
          <ColumnNames
            columns={picture.columns}
            narrow={step < 84}
            exits={trace.accounts.some((account) => account.exitKind !== null)}
          />
          <Strands
            strands={picture.strands}
            colors={colors}
            currency={trace.currency}
            nameOf={nameOf}
            shown={strandShown}
          />
          {picture.nodes.map((node) => {
            const account = standing.get(node.account);
            const first = node.column === 0;
            return (
              <FlowNode
                key={node.account}
                bar={node}
                account={account}
                name={nameOf(node.account)}
                color={
                  account?.exitKind
                    ? "var(--dg-none)"
                    : first
                      ? (colors.get(victimOf(trace, node.account)) ?? "var(--dg-victim)")
                      : "var(--dg-ink2)"
                }
                currency={trace.currency}
                difference={changed.get(node.account)}
                perUnit={picture.perUnit}
                room={
                  first ? MARGIN.left - 14 : node.column === last ? MARGIN.right - 18 : step - 26
                }
                few={{ names: picture.nodes.length <= 40, sums: picture.nodes.length <= 24 }}
                focused={focus === node.account}
                off={near !== null && !near.has(node.account)}
                onClick={() => onFocus(focus === node.account ? null : node.account)}
              />
            );
          })}
        </svg>
      )}
    </section>
  );
}

/** Over the columns: victims, generations, exits. */
function ColumnNames({
  columns,
  narrow,
  exits,
}: {
  columns: readonly FlowColumn[];
  /** There is room for numbers only. */
  narrow: boolean;
  /** Money of the trace left through exits: the last column is theirs. */
  exits: boolean;
}) {
  const { t } = useTranslation();
  return (
    <>
      {columns.map((column, index) => (
        <text
          key={column.generation}
          className={classes.columnName}
          style={{
            textAnchor: index === 0 ? "end" : index === columns.length - 1 ? "start" : "middle",
          }}
          x={column.x + (index === 0 ? 8 : index === columns.length - 1 ? -8 : 0)}
          y={22}
        >
          {index === 0
            ? t("explore.trace.victims")
            : index === columns.length - 1 && exits
              ? t("explore.show.exits")
              : narrow
                ? column.generation
                : t("explore.trace.generation", { number: column.generation })}
        </text>
      ))}
    </>
  );
}

/** The bands of stolen money between the bars. */
function Strands({
  strands,
  colors,
  currency,
  nameOf,
  shown,
}: {
  strands: readonly Strand[];
  colors: ReadonlyMap<string, string>;
  currency: string;
  nameOf: (account: string) => string;
  /** This strand stands out. */
  shown: (strand: Strand) => boolean;
}) {
  const language = useLanguage();
  return (
    <g fill="none">
      {strands.map((strand) => (
        <path
          key={`${strand.from}>${strand.to}:${strand.victim}`}
          d={strand.path}
          {...(strand.filled
            ? { fill: colors.get(strand.victim) ?? "var(--dg-none)" }
            : {
                stroke: colors.get(strand.victim) ?? "var(--dg-none)",
                strokeWidth: strand.width,
              })}
          opacity={shown(strand) ? 0.5 : 0.1}
        >
          <title>
            {`${nameOf(strand.from)} → ${nameOf(strand.to)}: ${formatMoney(strand.amount, currency, language, true)}`}
          </title>
        </path>
      ))}
    </g>
  );
}

/** The victim whose account this is. */
function victimOf(trace: Trace, account: string): string {
  return trace.victims.find((victim) => victim.accounts.includes(account))?.victim ?? account;
}
