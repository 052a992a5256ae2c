import { formatMoney, formatMoneyShort } from "../../../../contract/format/money.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import type { Standing } from "./balances-at-moment.ts";
import type { FlowNode as Bar } from "./flow-layout.ts";
import classes from "./trace.module.css";

/** A bar at least this high, in pixels, has its sum written under its name. */
const HIGH = 22;
/** Of a name, in pixels: bars and their names must not lie on the next column. */
const LETTER = 6.3;

function fitting(name: string, room: number): string {
  const most = Math.floor(room / LETTER);
  return name.length <= most ? name : `${name.slice(0, Math.max(3, most - 1)).trimEnd()}…`;
}

/** One account of the flow: its bar, what stays there or goes beyond, its name and its sum. */
export function FlowNode({
  bar,
  account,
  name,
  color,
  currency,
  difference,
  perUnit,
  room,
  few,
  focused,
  off,
  onClick,
}: {
  bar: Bar;
  account: Standing | undefined;
  name: string;
  color: string;
  currency: string;
  /** Sum under the other rule less the sum under this one; undefined = the same. */
  difference: bigint | undefined;
  /** Pixels of height for one minor unit. */
  perUnit: number;
  /** Pixels beside the bar that its name may take. */
  room: number;
  /** The bars of the picture are so few that there is room for their names and for their sums. */
  few: { readonly names: boolean; readonly sums: boolean };
  focused: boolean;
  /** Another account is in focus, and this one has nothing to do with it. */
  off: boolean;
  onClick: () => void;
}) {
  const language = useLanguage();
  const shown = account?.generation === 0 ? account.stolen : (account?.received ?? 0n);
  const first = bar.column === 0;
  const marks = [
    account?.stop && account.exitKind === null ? " ■" : "",
    difference === undefined ? "" : difference > 0n ? " ▲" : " ▼",
  ].join("");
  const withSum = bar.height >= HIGH || few.sums;
  const beside = first ? bar.x - 6 : bar.x + bar.width + 9;
  const anchor = first ? "end" : "start";
  const middle = bar.y + bar.height / 2;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the table beside lists the same accounts as buttons
    <g className={classes.node} opacity={off ? 0.3 : shown === 0n ? 0.35 : 1} onClick={onClick}>
      <title>
        {`${account?.name ?? bar.account}\n${formatMoney(shown, currency, language, true)}`}
      </title>
      <rect
        x={bar.x}
        y={bar.y}
        width={bar.width}
        height={bar.height}
        rx={2}
        fill={color}
        stroke={focused ? "var(--dg-ink)" : "var(--dg-canvas)"}
        strokeWidth={focused ? 2 : 1}
      />
      {account && !first && (
        <Part bar={bar} amount={account.held} perUnit={perUnit} color="var(--dg-good)" />
      )}
      {account && (
        <Part bar={bar} amount={account.beyond} perUnit={perUnit} color="var(--dg-warn)" />
      )}
      {(bar.height >= 9 || focused || few.names) && (
        <>
          <text
            className={classes.nodeName}
            data-on={focused || undefined}
            x={beside}
            y={middle - (withSum ? 3 : -3)}
            textAnchor={anchor}
          >
            {fitting(name, room - marks.length * LETTER)}
            {marks}
          </text>
          {withSum && (
            <text className={classes.nodeMoney} x={beside} y={middle + 11} textAnchor={anchor}>
              {formatMoneyShort(shown, currency, language)}
            </text>
          )}
        </>
      )}
    </g>
  );
}

/** The part of an account's money that did not go on in the picture: a strip at the bar's foot. */
function Part({
  bar,
  amount,
  perUnit,
  color,
}: {
  bar: Bar;
  amount: bigint;
  perUnit: number;
  color: string;
}) {
  if (amount <= 0n) return null;
  const height = Math.max(2, Number(amount) * perUnit);
  return (
    <rect
      x={bar.x + bar.width + 1}
      y={bar.y + bar.height - height}
      width={4}
      height={height}
      fill={color}
    />
  );
}
