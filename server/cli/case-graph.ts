import { join } from "node:path";
import { type Command, Option } from "commander";
import { accountGraph } from "../../contract/graph-files/account-graph.ts";
import { gexf } from "../../contract/graph-files/gexf.ts";
import { edgesCsv, nodesCsv } from "../../contract/graph-files/graph-csv.ts";
import type { GraphFile } from "../../contract/graph-files/graph-file.ts";
import { graphml } from "../../contract/graph-files/graphml.ts";
import { oneCase, partsOfCase } from "../cases/cases.store.ts";
import { UserError } from "../errors/user-error.ts";
import { openStage } from "../exploring/stage.store.ts";
import type { Database } from "../neo4j/database.ts";
import { action, withCommonOptions, withDatabase } from "./context.ts";
import { printJson, writeOut } from "./output.ts";

const FORMATS = ["gexf", "graphml", "csv"] as const;
type Format = (typeof FORMATS)[number];

/** More accounts than a picture takes are more than a person asked about. */
const MOST_ACCOUNTS = 5_000;

const FILES: Readonly<
  Record<Format, readonly (readonly [string, (graph: GraphFile) => string])[]>
> = {
  gexf: [[".gexf", gexf]],
  graphml: [[".graphml", graphml]],
  csv: [
    ["-nodes.csv", nodesCsv],
    ["-edges.csv", edgesCsv],
  ],
};

interface GraphFlags {
  readonly out: string;
  readonly format: Format;
}

/** `case graph`: the accounts of a case, their exits and the money among them, for other programs. */
export function registerGraph(command: Command): void {
  withCommonOptions(
    command
      .command("graph")
      .description("The graph of a case as GEXF, GraphML or CSV of nodes and edges.")
      .argument("<case>", "number of the case")
      .requiredOption("--out <dir>", "folder that the files are written into")
      .addOption(
        new Option("--format <format>", "what other program reads it")
          .choices(FORMATS)
          .default("gexf"),
      ),
  ).action(
    action(async (context, id: string, { out, format }: GraphFlags) => {
      const graph = await withDatabase(context, (database) => graphOfCase(database, id), {
        what: "saveCaseGraph",
        target: id,
      });
      const files: string[] = [];
      for (const [ending, write] of FILES[format]) {
        const path = join(out, `${id}-graph${ending}`);
        await writeOut(path, write(graph));
        files.push(path);
      }
      const [nodes, edges] = [graph.nodes.length, graph.edges.length];
      if (context.json) printJson({ ok: true, nodes, edges, files });
      else process.stdout.write(`${nodes} accounts, ${edges} relations\n${files.join("\n")}\n`);
    }),
  );
}

async function graphOfCase({ queries }: Database, id: string): Promise<GraphFile> {
  const { title, runId } = await oneCase(queries, id);
  const accounts = (await partsOfCase(queries, id)).accounts.map(({ number }) => number);
  if (accounts.length === 0) throw withoutAccounts(id);
  const { nodes, edges, shown } = await openStage(queries, {
    ...{ accounts, neighbours: false, exits: true, limit: MOST_ACCOUNTS },
    ...(runId === null ? {} : { run: runId }),
  });
  const left = accounts.length - Math.min(accounts.length, MOST_ACCOUNTS);
  const description = [
    `Case ${id}: ${title}`,
    `${nodes.length} accounts and exits, ${shown.transfers} transfers among them, whole time.`,
    ...(left > 0 ? [`${left} accounts of the case are not in this graph.`] : []),
    ...(runId === null ? [] : [`Roles and scores of search run ${runId}: indicators, not guilt.`]),
  ].join("\n");
  return accountGraph(
    { title, description, made: new Date().toISOString().slice(0, 10) },
    nodes,
    edges,
  );
}

function withoutAccounts(id: string): UserError {
  return new UserError({
    code: "case-without-accounts",
    message: `Case ${id} has no accounts, so there is no graph of it.`,
    remedy: "Add accounts or a cluster to the case first.",
    params: { id },
  });
}
