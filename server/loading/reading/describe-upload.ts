import type { Recognised as Answer, StatementProof } from "../../../contract/loading.ts";
import type { InputFile, ReadOptions } from "../record/input-file.ts";
import { expandInputs, readItems, recogniseFile } from "./read-file.ts";

/** What an uploaded file holds, without what only the server knows of it. */
export type DescribedUpload = Omit<Answer, "uploadId" | "fileName" | "bytes" | "alreadyLoaded">;

/** A file is read through for its period and warnings while that takes no longer than this. */
const PATIENCE = 3_000;

/** What an uploaded file is: recognised, and read through where that is quick. */
export async function describeUpload(
  file: InputFile,
  unpackInto: string,
  asked: ReadOptions,
): Promise<DescribedUpload> {
  const options = { ...asked, scratch: unpackInto };
  const inputs = await expandInputs(
    [file.path],
    unpackInto,
    options.signal && { signal: options.signal },
  );
  const [first] = inputs;
  if (inputs.length !== 1 || first === undefined) return archive(inputs);
  if (first.problem !== undefined) throw first.problem;
  const found = await recogniseFile(first, options);
  const seen = found.ready ? await readThrough(first, options) : NOT_READ;
  const reason = { code: "not-ready", column: null, message: found.reason, count: 1 };
  return {
    format: found.format,
    kind: found.kind,
    account: found.account,
    ...seen,
    warnings: found.ready ? seen.warnings : [reason],
    ready: found.ready,
  };
}

const NOT_READ = {
  rows: null,
  from: null,
  to: null,
  warnings: [],
  proof: null,
} as const satisfies Partial<DescribedUpload>;

function archive(inputs: readonly InputFile[]): DescribedUpload {
  const problems = inputs.flatMap(({ problem }) => (problem === undefined ? [] : [problem]));
  return {
    format: "zip",
    kind: "transfers",
    account: null,
    ...NOT_READ,
    warnings: problems.map(({ code, message }) => ({ code, column: null, message, count: 1 })),
    ready: inputs.some(({ problem }) => problem === undefined),
  };
}

async function readThrough(file: InputFile, options: ReadOptions) {
  const begun = performance.now();
  const warnings = new Map<string, Answer["warnings"][number]>();
  const warn = (code: string, column: string, message: string | null) => {
    const known = warnings.get(code);
    if (known === undefined) warnings.set(code, { code, column, message, count: 1 });
    else known.count += 1;
  };
  let [rows, from, to] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let whole = true;
  let proof: StatementProof | null = null;
  for await (const items of readItems(file, options)) {
    for (const item of items) {
      if (item.kind === "statement" && item.proof !== undefined)
        proof = proof === null ? item.proof : leastProved(proof, item.proof);
      if (item.kind === "skipped" || item.kind === "statement") continue;
      rows += 1;
      if (item.kind === "refused") warn(`refused:${item.code}`, item.column, item.reason);
      const at =
        item.kind === "transfer" ? item.bookedAt : item.kind === "session" ? item.at : undefined;
      if (at !== undefined) {
        from = Math.min(from, at);
        to = Math.max(to, at);
      }
      if ("warnings" in item)
        for (const { code, column } of item.warnings) warn(code, column, null);
    }
    if (performance.now() - begun > PATIENCE) {
      whole = false;
      break;
    }
  }
  const dated = whole && from <= to;
  return {
    rows: whole ? rows : null,
    from: dated ? from : null,
    to: dated ? to : null,
    warnings: [...warnings.values()],
    proof: whole ? proof : null,
  };
}

/** Of several statements in a file: what holds for all of them. */
function leastProved(one: StatementProof, other: StatementProof): StatementProof {
  const least = (name: "balances" | "totals") =>
    (["differs", "none", "proved"] as const).find((state) =>
      [one[name], other[name]].includes(state),
    ) ?? "none";
  return {
    balances: least("balances"),
    totals: least("totals"),
    compared: one.compared + other.compared,
    maybePending: one.maybePending || other.maybePending,
  };
}
