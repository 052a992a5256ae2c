import { expanding, openingGroup, selecting, selectingNothing } from "../scene/scene.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import { isDevice } from "./devices.ts";
import { groupName } from "./groups.ts";
import type { StageEvents } from "./stage-view.tsx";
import { useSelectMany } from "./use-select-many.ts";
import type { View } from "./use-view.ts";

/**
 * Clicks, moves and loops on the stage, as changes of the scene. `onLeaveRow` takes the mark off
 * the row that was looked at, `onCircled` ends the drawing of a loop.
 */
export function useStageEvents(
  control: SceneControl,
  { actors, picture }: View,
  onLeaveRow: () => void,
  onCircled: () => void,
): StageEvents {
  const selectMany = useSelectMany(control);
  const { scene, change } = control;
  const selectActor = (id: string, together: boolean) => {
    onLeaveRow();
    const actor = actors.get(id);
    if (!actor) return;
    if (actor.accounts.length > 1) selectMany(actor.accounts, together);
    else change((now) => selecting(now, actor.accounts[0] ?? id, together));
  };
  const circled = (ids: readonly string[], together: boolean) => {
    onLeaveRow();
    onCircled();
    // An exit stands for everybody's cash at a bank: it is no account one could circle.
    const within = ids.flatMap((id) =>
      actors.get(id)?.node.exitKind === null ? (actors.get(id)?.accounts ?? []) : [],
    );
    selectMany(within, together);
  };
  const openActor = (id: string) => {
    if (groupName(id) !== null) {
      change((now) => openingGroup(now, id));
      return;
    }
    const account = actors.get(id)?.accounts[0];
    if (account !== undefined) change((now) => expanding(now, account));
  };
  return {
    onNode: selectActor,
    onNodeOpen: openActor,
    onBackground: () => {
      onLeaveRow();
      if (scene.select.length > 0 || scene.pair || scene.next !== null) change(selectingNothing());
    },
    onEdge: (id) => {
      const edge = picture.edges.find((one) => one.id === id);
      const [from, to] = [actors.get(edge?.from ?? ""), actors.get(edge?.to ?? "")];
      if (from && isDevice(from.id)) {
        selectActor(from.id, false);
        return;
      }
      const pair = from && to ? ([from.accounts[0] ?? "", to.accounts[0] ?? ""] as const) : null;
      if (pair) change({ pair, transfers: [], next: null });
    },
    onMoved: control.move,
    onCircled: circled,
  };
}
