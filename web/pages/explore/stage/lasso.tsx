import { type PointerEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { isInside } from "../../../graph/lasso.ts";
import type { Stage } from "../../../graph/sigma/stage.ts";
import type { Picture, Point } from "../../../graph/types.ts";
import classes from "./stage.module.css";

/** A shorter loop is a slip of the hand. */
const LEAST_CORNERS = 4;

/**
 * A sheet over the stage on which a loop is drawn; what lies in it is chosen, with Shift added to
 * what was.
 */
export function Lasso({
  stage,
  picture,
  onChosen,
}: {
  stage: Stage;
  picture: Picture;
  onChosen: (ids: readonly string[], together: boolean) => void;
}) {
  const { t } = useTranslation();
  const [loop, setLoop] = useState<readonly Point[]>([]);
  const at = (event: PointerEvent<HTMLElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const finish = (event: PointerEvent<HTMLElement>) => {
    const corners = [...loop, at(event)];
    setLoop([]);
    if (corners.length < LEAST_CORNERS) return;
    const { project } = stage.lens();
    const chosen = picture.nodes.filter((node) => {
      const place = picture.positions.get(node.id);
      return place !== undefined && isInside(project(place), corners);
    });
    onChosen(
      [...chosen].sort((a, b) => b.flow - a.flow).map((node) => node.id),
      event.shiftKey,
    );
  };
  return (
    <div
      className={classes.lasso}
      data-testid="lasso"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setLoop([at(event)]);
      }}
      onPointerMove={(event) => {
        if (loop.length > 0) setLoop([...loop, at(event)]);
      }}
      onPointerUp={(event) => {
        if (loop.length > 0) finish(event);
      }}
      onPointerCancel={() => setLoop([])}
    >
      <svg width="100%" height="100%" aria-hidden="true">
        {loop.length > 1 && (
          <polygon points={loop.map((point) => `${point.x},${point.y}`).join(" ")} />
        )}
      </svg>
      {loop.length === 0 && (
        <p className={classes.lassoHint} role="status">
          {t("explore.lasso.hint")}
        </p>
      )}
    </div>
  );
}
