import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { exploring } from "../../../../contract/exploring.ts";
import { call } from "../../../api/call.ts";
import { countBeside, openCluster } from "../../../data/cluster-graph.ts";
import type { Scene } from "../scene/scene.ts";
import { hasBase } from "../scene/scene.ts";
import {
  applyLocal,
  countedBeside,
  growStage,
  type StageGraphData,
  startStage,
} from "./stage-graph.ts";

const KEPT = 300_000;
const AROUND = 40;

/** The parts of the address that distinguish one opened picture from another. */
export function baseOf(scene: Scene): string {
  return [scene.cluster, scene.report, scene.accounts.join(), scene.run].join("|");
}

async function openBase(scene: Scene): Promise<StageGraphData> {
  if (scene.cluster !== null) return startStage(await openCluster(scene.cluster), baseOf(scene));
  const limit = scene.report === null ? scene.accounts.length + AROUND : 60;
  const { nodes, edges, seeds, run } = await call(exploring.graph, {
    body: {
      ...(scene.report === null ? { accounts: [...scene.accounts] } : { report: scene.report }),
      ...(scene.run === null ? {} : { run: scene.run }),
      neighbours: scene.accounts.length <= 12,
      limit,
    },
  });
  const shown = nodes.map((node) => node.number);
  const beside = await countBeside(seeds, shown, run);
  return startStage({ nodes, edges, seeds, run, beside }, baseOf(scene));
}

/**
 * One step after another, each remembered, so that the next click asks the server for the last one
 * only.
 */
async function build(client: QueryClient, scene: Scene): Promise<StageGraphData> {
  const base = [scene.cluster, scene.report, scene.accounts, scene.run];
  let stage = await client.fetchQuery({
    queryKey: ["explore", "base", ...base],
    queryFn: () => openBase(scene),
    staleTime: KEPT,
  });
  for (const [index, step] of scene.steps.entries()) {
    const local = applyLocal(stage, step);
    if (local) {
      stage = local;
      continue;
    }
    const known = [...stage.nodes.keys()];
    const before = stage;
    stage = await client.fetchQuery({
      queryKey: ["explore", "step", ...base, scene.steps.slice(0, index + 1)],
      staleTime: KEPT,
      queryFn: async () => {
        const run = before.run === null ? {} : { run: before.run };
        if (step.kind === "expand") {
          const { account, direction, limit, letGo } = step;
          const answer = await call(exploring.expand, {
            body: { account, direction, limit, letGo, known, ...run },
          });
          return growStage(before, answer, index + 1, account);
        }
        if (step.kind === "around") {
          const { limit } = step;
          const body = { accounts: [...before.seeds], known, limit, ...run };
          return growStage(before, await call(exploring.around, { body }), index + 1, null);
        }
        const accounts = [...new Set([...known, ...("accounts" in step ? step.accounts : [])])];
        const answer = await call(exploring.graph, {
          body: { accounts, limit: accounts.length, ...run },
        });
        return growStage(before, answer, index + 1, null);
      },
    });
  }
  const whole = stage;
  if (scene.steps.length === 0) return whole;
  return client.fetchQuery({
    queryKey: ["explore", "beside", ...base, scene.steps],
    queryFn: async () => {
      const { nodes, hidden, seeds, run } = whole;
      return countedBeside(whole, await countBeside(seeds, [...nodes.keys(), ...hidden], run));
    },
    staleTime: KEPT,
  });
}

export function useStageGraph(scene: Scene) {
  const client = useQueryClient();
  return useQuery({
    queryKey: [
      "explore",
      "stage",
      scene.cluster,
      scene.report,
      scene.accounts,
      scene.run,
      scene.steps,
    ],
    queryFn: () => build(client, scene),
    enabled: hasBase(scene),
    // The same picture stays while it grows; another one is not shown under this one's name.
    placeholderData: (before: StageGraphData | undefined) =>
      before?.base === baseOf(scene) ? before : undefined,
    staleTime: KEPT,
  });
}
