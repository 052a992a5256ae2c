import type { Hover } from "../../../graph/sigma/pointer.ts";
import { isDevice } from "./devices.ts";
import { DeviceTooltip, EdgeTooltip, NodeTooltip } from "./tooltips.tsx";
import type { View } from "./use-view.ts";

/** The tooltip of the node or relation under the pointer. */
export function hoverContent(view: View, hover: Hover) {
  const { actors, money, picture } = view;
  if (hover.kind === "node") {
    const actor = actors.get(hover.id);
    if (!actor) return null;
    if (isDevice(actor.id)) return <DeviceTooltip actor={actor} />;
    return <NodeTooltip actor={actor} shown={view.lifeCount(actor.accounts)} />;
  }
  const edge = picture.edges.find((one) => one.id === hover.id);
  const [from, to] = [actors.get(edge?.from ?? ""), actors.get(edge?.to ?? "")];
  if (!from || !to || !money.known || isDevice(from.id)) return null;
  const between = (a: typeof from, b: typeof to) =>
    money.edges.filter((one) => a.accounts.includes(one.from) && b.accounts.includes(one.to));
  return (
    <EdgeTooltip
      from={from.label}
      to={to.label}
      there={between(from, to)}
      back={between(to, from)}
    />
  );
}
