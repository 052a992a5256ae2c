import { useElementSize } from "@mantine/hooks";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Trace } from "../../../../contract/tracing.ts";
import { formatMoney, formatMoneyShort } from "../../../format/money.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { flowPicture } from "./flow-layout.ts";
import type { Moment } from "./ledger.ts";
import classes from "./trace.module.css";
import { useTraceName } from "./use-trace-name.ts";

const TOP = 44;
const MARGIN = { left: 118, right: 150 };
/** Of a name, in pixels: bars and their names must not lie on the next column. */
const LETTER = 6.3;

function fitting(name: string, room: number): string {
  const most = Math.floor(room / LETTER);
  return name.length <= most ? name : `${name.slice(0, Math.max(3, most - 1)).trimEnd()}…`;
}

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
  const narrow = step < 84;
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
          {picture.columns.map((column, index) => (
            <text
              key={column.generation}
              className={classes.columnName}
              style={{
                textAnchor:
                  index === 0 ? "end" : index === picture.columns.length - 1 ? "start" : "middle",
              }}
              x={column.x + (index === 0 ? 8 : index === picture.columns.length - 1 ? -8 : 0)}
              y={22}
            >
              {index === 0
                ? t("explore.trace.victims")
                : index === picture.columns.length - 1 &&
                    trace.accounts.some((account) => account.exitKind !== null)
                  ? t("explore.show.exits")
                  : narrow
                    ? column.generation
                    : t("explore.trace.generation", { number: column.generation })}
            </text>
          ))}
          <g fill="none">
            {picture.strands.map((strand) => (
              <path
                key={`${strand.from}>${strand.to}:${strand.victim}`}
                d={strand.path}
                {...(strand.filled
                  ? { fill: colors.get(strand.victim) ?? "var(--dg-none)" }
                  : {
                      stroke: colors.get(strand.victim) ?? "var(--dg-none)",
                      strokeWidth: strand.width,
                    })}
                opacity={strandShown(strand) ? 0.5 : 0.1}
              >
                <title>
                  {`${nameOf(strand.from)} → ${nameOf(strand.to)}: ${formatMoney(strand.amount, trace.currency, language, true)}`}
                </title>
              </path>
            ))}
          </g>
          {picture.nodes.map((node) => {
            const account = standing.get(node.account);
            const off = near !== null && !near.has(node.account);
            const shown = account?.generation === 0 ? account.stolen : (account?.received ?? 0n);
            const empty = shown === 0n;
            const first = node.column === 0;
            const difference = changed.get(node.account);
            const marks = [
              account?.stop && account.exitKind === null ? " ■" : "",
              difference === undefined ? "" : difference > 0n ? " ▲" : " ▼",
            ].join("");
            const room = first
              ? MARGIN.left - 14
              : node.column === last
                ? MARGIN.right - 18
                : step - 26;
            const showName =
              node.height >= 9 || focus === node.account || picture.nodes.length <= 40;
            return (
              // biome-ignore lint/a11y/noStaticElementInteractions: the table beside lists the same accounts as buttons
              <g
                key={node.account}
                className={classes.node}
                opacity={off ? 0.3 : empty ? 0.35 : 1}
                onClick={() => onFocus(focus === node.account ? null : node.account)}
              >
                <title>
                  {`${account?.name ?? node.account}\n${formatMoney(shown, trace.currency, language, true)}`}
                </title>
                <rect
                  x={node.x}
                  y={node.y}
                  width={node.width}
                  height={node.height}
                  rx={2}
                  fill={
                    account?.exitKind
                      ? "var(--dg-none)"
                      : first
                        ? (colors.get(victimOf(trace, node.account)) ?? "var(--dg-victim)")
                        : "var(--dg-ink2)"
                  }
                  stroke={focus === node.account ? "var(--dg-ink)" : "var(--dg-canvas)"}
                  strokeWidth={focus === node.account ? 2 : 1}
                />
                {account && account.held > 0n && !first && (
                  <rect
                    x={node.x + node.width + 1}
                    y={node.y + node.height - Math.max(2, Number(account.held) * picture.perUnit)}
                    width={4}
                    height={Math.max(2, Number(account.held) * picture.perUnit)}
                    fill="var(--dg-good)"
                  />
                )}
                {account && account.beyond > 0n && (
                  <rect
                    x={node.x + node.width + 1}
                    y={node.y + node.height - Math.max(2, Number(account.beyond) * picture.perUnit)}
                    width={4}
                    height={Math.max(2, Number(account.beyond) * picture.perUnit)}
                    fill="var(--dg-warn)"
                  />
                )}
                {showName && (
                  <>
                    <text
                      className={classes.nodeName}
                      data-on={focus === node.account || undefined}
                      x={first ? node.x - 6 : node.x + node.width + 9}
                      y={
                        node.y +
                        node.height / 2 -
                        (node.height >= 22 || picture.nodes.length <= 24 ? 3 : -3)
                      }
                      textAnchor={first ? "end" : "start"}
                    >
                      {fitting(nameOf(node.account), room - marks.length * LETTER)}
                      {marks}
                    </text>
                    {(node.height >= 22 || picture.nodes.length <= 24) && (
                      <text
                        className={classes.nodeMoney}
                        x={first ? node.x - 6 : node.x + node.width + 9}
                        y={node.y + node.height / 2 + 11}
                        textAnchor={first ? "end" : "start"}
                      >
                        {formatMoneyShort(shown, trace.currency, language)}
                      </text>
                    )}
                  </>
                )}
              </g>
            );
          })}
        </svg>
      )}
    </section>
  );
}

/** The victim whose account this is. */
function victimOf(trace: Trace, account: string): string {
  return trace.victims.find((victim) => victim.accounts.includes(account))?.victim ?? account;
}
