import { ActionIcon, Loader, Tooltip, useComputedColorScheme } from "@mantine/core";
import { IconFocusCentered, IconZoomIn, IconZoomOut } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatMoneyShort, minorUnits } from "../../../../contract/format/money.ts";
import { readPalette } from "../../../graph/palette.ts";
import type { Hover } from "../../../graph/sigma/pointer.ts";
import type { Stage } from "../../../graph/sigma/stage.ts";
import { edgeWidth, largestAmount, scaleAmounts } from "../../../graph/sizes.ts";
import type { Picture, Point } from "../../../graph/types.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { Lasso } from "./lasso.tsx";
import classes from "./stage.module.css";
import { useKeyboardCursor } from "./use-keyboard-cursor.ts";

export interface StageEvents {
  readonly onNode: (id: string, together: boolean) => void;
  readonly onNodeOpen: (id: string) => void;
  readonly onEdge: (id: string) => void;
  readonly onBackground: () => void;
  readonly onMoved: (id: string, to: Point) => void;
  readonly onCircled: (ids: readonly string[], together: boolean) => void;
}

/**
 * The canvas in the page: mounts the one stage, gives it the picture and the theme's colours, shows
 * what is under the pointer.
 */
export function StageView({
  stage,
  picture,
  currency,
  busy,
  circling,
  events,
  tooltip,
  menu,
}: {
  stage: Stage;
  picture: Picture;
  currency: string;
  busy: boolean;
  /** A loop is being drawn around accounts. */
  circling: boolean;
  events: StageEvents;
  tooltip: (hover: Hover) => ReactNode;
  /** The menu of the right button on a node. */
  menu: (at: Hover, close: () => void) => ReactNode;
}) {
  const { t } = useTranslation();
  const scheme = useComputedColorScheme();
  const host = useRef<HTMLDivElement>(null);
  const [hover, setHover] = useState<Hover | null>(null);
  const [menuAt, setMenuAt] = useState<Hover | null>(null);
  const cursor = useKeyboardCursor(stage, picture, events, setMenuAt);
  const latest = useRef(events);
  latest.current = events;
  const latestClear = useRef(cursor.clear);
  latestClear.current = cursor.clear;
  useEffect(() => {
    if (!host.current) return;
    return stage.mount(host.current, {
      onNode: (id, together) => latest.current.onNode(id, together),
      onNodeOpen: (id) => latest.current.onNodeOpen(id),
      onNodeMenu: setMenuAt,
      onEdge: (id) => latest.current.onEdge(id),
      onBackground: () => latest.current.onBackground(),
      onMoved: (id, to) => latest.current.onMoved(id, to),
      onHover: (next) => {
        latestClear.current();
        setHover(next);
      },
    });
  }, [stage]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scheme changes the tokens' colours
  useEffect(() => {
    if (host.current) stage.show(picture, readPalette(host.current));
  }, [stage, picture, scheme]);
  const closeMenu = () => {
    setMenuAt(null);
    host.current?.focus({ preventScroll: true });
  };
  const shown = cursor.at ?? hover;
  const content = shown && menuAt === null ? tooltip(shown) : null;
  const named = picture.nodes.find((node) => node.id === cursor.at?.id);
  return (
    <>
      <div
        ref={host}
        data-testid="stage"
        className={classes.canvas}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is walked with the arrow keys
        tabIndex={0}
        role="application"
        aria-label={`${t("explore.stage.label", { count: picture.nodes.length })}. ${t("explore.stage.keys")}`}
        onKeyDown={cursor.onKeyDown}
        onFocus={cursor.onFocus}
        onBlur={cursor.onBlur}
      />
      {cursor.at && (
        <span className={classes.cursor} style={{ left: cursor.at.x, top: cursor.at.y }} />
      )}
      <span className="dg-hidden" role="status">
        {named && `${named.label}, ${t(`roles.${named.role}`)}`}
      </span>
      {circling && <Lasso stage={stage} picture={picture} onChosen={events.onCircled} />}
      <div
        className={`${classes.floating} ${classes.zoom}`}
        role="toolbar"
        aria-label={t("explore.tools.zoom")}
      >
        <ToolButton label={t("explore.tools.zoomIn")} onClick={() => stage.zoom(1.5)}>
          <IconZoomIn size={16} stroke={1.7} />
        </ToolButton>
        <ToolButton label={t("explore.tools.zoomOut")} onClick={() => stage.zoom(1 / 1.5)}>
          <IconZoomOut size={16} stroke={1.7} />
        </ToolButton>
        <ToolButton label={t("explore.tools.fit")} onClick={() => stage.fitAll()}>
          <IconFocusCentered size={16} stroke={1.7} />
        </ToolButton>
      </div>
      <AmountScale picture={picture} currency={currency} />
      {menuAt && menu(menuAt, closeMenu)}
      {shown && content && <Floating hover={shown}>{content}</Floating>}
      {busy && (
        <div className={classes.busy} role="status">
          <Loader size={14} /> {t("common.loading")}
        </div>
      )}
    </>
  );
}

export function ToolButton({
  label,
  onClick,
  disabled = false,
  pressed,
  children,
}: {
  label: string;
  onClick: () => void;
  disabled?: boolean;
  /** Of a tool that stays on until used. */
  pressed?: boolean;
  children: ReactNode;
}) {
  return (
    <Tooltip label={label} position="bottom">
      <ActionIcon
        aria-label={label}
        aria-pressed={pressed}
        onClick={onClick}
        disabled={disabled}
        variant={pressed ? "filled" : "subtle"}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

/** The legend of line widths, in three round amounts. */
function AmountScale({ picture, currency }: { picture: Picture; currency: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const largest = largestAmount(picture.edges);
  const amounts = scaleAmounts(largest);
  if (amounts.length === 0) return null;
  return (
    <div className={classes.scale} aria-hidden="true">
      <span>{t("common.amount")}</span>
      {amounts.map((amount) => (
        <span key={amount} className={classes.scaleItem}>
          {formatMoneyShort(minorUnits(amount, currency), currency, language)}
          <span
            className={classes.scaleLine}
            style={{
              height: edgeWidth(amount, largest),
              background: `color-mix(in srgb, var(--dg-edge-hi) ${Math.round(100 * Math.sqrt(amount / largest))}%, var(--dg-edge-lo))`,
            }}
          />
        </span>
      ))}
    </div>
  );
}

/** Beside the pointer, turned inwards at the edges of the stage. */
function Floating({ hover, children }: { hover: Hover; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<{ left: number; top: number } | null>(null);
  useEffect(() => {
    const box = place.current;
    const stage = box?.parentElement;
    if (!box || !stage) return;
    const left =
      hover.x + 14 + box.offsetWidth > stage.clientWidth
        ? hover.x - 14 - box.offsetWidth
        : hover.x + 14;
    const top = Math.min(hover.y + 12, stage.clientHeight - box.offsetHeight - 8);
    setAt({ left: Math.max(8, left), top: Math.max(8, top) });
  }, [hover]);
  return (
    <div
      ref={place}
      className={classes.tooltip}
      style={at ?? { left: hover.x + 14, top: hover.y + 12, visibility: "hidden" }}
      role="tooltip"
    >
      {children}
    </div>
  );
}
