import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { exploring } from "../../../../contract/exploring.ts";
import { growing } from "../../../../contract/growing.ts";
import { operators } from "../../../../contract/operators.ts";
import { call } from "../../../api/call.ts";
import { countBeside, openCluster } from "../../../data/cluster-graph.ts";
import type { Scene } from "../scene/scene.ts";
import { hasBase } from "../scene/scene.ts";
import type { Step } from "../scene/steps.ts";
import { filterBody } from "./bundle.ts";
import { deviceIdOf, isDevice } from "./devices.ts";
import {
  applyLocal,
  countedBeside,
  growAroundStage,
  growStage,
  placeDevice,
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

/** A step that the server answers. */
async function takeStep(
  before: StageGraphData,
  step: Step,
  number: number,
): Promise<StageGraphData> {
  const run = before.run === null ? {} : { run: before.run };
  const known = [...before.nodes.keys()];
  if (step.kind === "expand" && isDevice(step.account))
    return expandDevice(before, step.account, { limit: step.limit, number });
  if (step.kind === "expand") {
    const { account, direction, limit, letGo } = step;
    const answer = await call(growing.expand, {
      body: { account, direction, limit, letGo, known, ...run },
    });
    return growStage(before, answer, number, account);
  }
  if (step.kind === "grow") {
    const { accounts, side, limit, since, until, minimum } = step;
    const answer = await call(growing.around, {
      body: {
        accounts: [...accounts],
        direction: side === "common" ? "both" : side,
        common: side === "common",
        ...filterBody({ since, until, minimum }),
        ...{ known, limit, ...run },
      },
    });
    return growAroundStage(before, answer, number, step);
  }
  if (step.kind === "around") {
    const { limit } = step;
    const body = { accounts: [...before.seeds], known, limit, ...run };
    return growStage(before, await call(growing.around, { body }), number, null);
  }
  const wanted = "accounts" in step ? step.accounts : [];
  let stage = before;
  for (const key of wanted.filter(isDevice))
    stage = placeDevice(stage, key, await askDevice(key, before.run), number);
  const fresh = wanted.filter((account) => !isDevice(account));
  if (fresh.length === 0 && wanted.length > 0) return stage;
  const accounts = [...new Set([...known, ...fresh])];
  const answer = await call(exploring.graph, {
    body: { accounts, limit: accounts.length, ...run },
  });
  return growStage(stage, answer, number, null);
}

function askDevice(key: string, run: string | null) {
  return call(operators.device, {
    params: { id: deviceIdOf(key) ?? "" },
    query: run === null ? {} : { run },
  });
}

/** The accounts that a device operated come into the picture, the earliest first. */
async function expandDevice(
  before: StageGraphData,
  key: string,
  { limit, number }: { readonly limit: number; readonly number: number },
): Promise<StageGraphData> {
  const device = await askDevice(key, before.run);
  const placed = placeDevice(before, key, device, number);
  const missing = device.accounts
    .map(({ account }) => account)
    .filter((account) => !before.nodes.has(account));
  const added = missing.slice(0, limit);
  const accounts = [...before.nodes.keys(), ...added];
  const run = before.run === null ? {} : { run: before.run };
  const answer = await call(exploring.graph, {
    body: { accounts, limit: accounts.length, ...run },
  });
  const unlisted = device.total - device.accounts.length;
  const cut = missing.length - added.length + unlisted;
  return growStage(
    placed,
    { ...answer, shown: { leftOut: [{ reason: "node-limit", count: cut }] } },
    number,
    key,
  );
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
    const before = stage;
    stage = await client.fetchQuery({
      queryKey: ["explore", "step", ...base, scene.steps.slice(0, index + 1)],
      staleTime: KEPT,
      queryFn: async () => {
        return takeStep(before, step, index + 1);
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
