import {
  keepPreviousData,
  type QueryClient,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { exploring } from "../../../../contract/exploring.ts";
import { call } from "../../../api/call.ts";
import { openCluster } from "../../../data/cluster-graph.ts";
import type { Scene } from "../scene/scene.ts";
import { hasBase } from "../scene/scene.ts";
import {
  applyLocal,
  growAround,
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
  if (scene.cluster !== null) {
    const cluster = await openCluster(scene.cluster);
    return startStage(cluster, cluster.seeds, baseOf(scene));
  }
  const limit = scene.report === null ? scene.accounts.length + AROUND : 60;
  const answer = await call(exploring.graph, {
    body: {
      ...(scene.report === null ? { accounts: [...scene.accounts] } : { report: scene.report }),
      ...(scene.run === null ? {} : { run: scene.run }),
      neighbours: scene.accounts.length <= 12,
      limit,
    },
  });
  return startStage(answer, answer.seeds, baseOf(scene));
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
        const run = scene.run === null ? {} : { run: scene.run };
        if (step.kind === "expand") {
          const { account, direction, limit, letGo } = step;
          const answer = await call(exploring.expand, {
            body: { account, direction, limit, letGo, known, ...run },
          });
          return growStage(before, answer, index + 1, account);
        }
        if (step.kind === "around") {
          const limit = Math.min(5_000, known.length + step.limit);
          const body = { accounts: known, neighbours: true, limit, ...run };
          return growAround(before, await call(exploring.graph, { body }), index + 1);
        }
        const accounts = [...new Set([...known, ...("accounts" in step ? step.accounts : [])])];
        const answer = await call(exploring.graph, {
          body: { accounts, limit: accounts.length, ...run },
        });
        return growStage(before, answer, index + 1, null);
      },
    });
  }
  return stage;
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
    placeholderData: keepPreviousData,
    staleTime: KEPT,
  });
}
