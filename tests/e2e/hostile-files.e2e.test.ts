import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { InputFile } from "../../server/loading/record/input-file.ts";
import { manyColumns, writeManyTexts } from "../support/hostile.ts";
import { type Visitor, visitor } from "../support/http.ts";
import { writeInput } from "../support/reading.ts";
import { type Served, startServed } from "../support/served.ts";
import { formsInForms, manyPages, packedTwice } from "../support/written-pdf.ts";

/** What others wait for at most while a hostile file is read, and its sender for the refusal. */
const MILLISECONDS_FOR_OTHERS = 200;
const SECONDS_FOR_REFUSAL = 30;
const MEGABYTES_OF_SERVER = 150;

describe("the server while somebody uploads a hostile file", () => {
  let folder: string;
  let served: Served;
  let person: Visitor;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "dropper-graph-hostile-"));
    served = await startServed(["serve", "--data", join(folder, "data"), "--port", "0"]);
    person = visitor(served.address);
    const { login = "", password = "" } = served.login ?? {};
    await person.ask("POST", "/api/session", { login, password });
    const own = "a sentence nobody guesses";
    await person.ask("POST", "/api/session/password", { current: password, next: own });
  });
  afterAll(async () => {
    await served?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const upload = async (file: InputFile, signal?: AbortSignal) => {
    const body = await readFile(file.path);
    const response = await fetch(
      `${served.address}/api/loading/uploads?name=${encodeURIComponent(file.name)}`,
      {
        method: "PUT",
        headers: { "content-type": "application/octet-stream", cookie: person.cookie },
        body,
        ...(signal && { signal }),
      },
    );
    return { status: response.status, json: (await response.json()) as { code?: string } };
  };
  /** The longest wait of somebody who asks ten times a second while `work` goes on. */
  const longestWait = async (work: Promise<unknown>) => {
    let [done, longest] = [false, 0];
    const ended = work.finally(() => {
      done = true;
    });
    while (!done) {
      const begun = performance.now();
      await fetch(`${served.address}/api/health`);
      longest = Math.max(longest, performance.now() - begun);
      await pause(100);
    }
    await ended;
    return longest;
  };
  const serverMegabytes = async () => {
    const status = await readFile(`/proc/${served.process.pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  };
  const readers = () => processesNamed("reader.child");

  it("answers others within 200 ms and the sender within 30 s, in bounded memory", async () => {
    const files = [
      await writeManyTexts(folder, "empty.xlsx", "<si><t/></si>", 17_800_000),
      await writeManyTexts(folder, "many.xlsx", "<si/>", 10_000_500),
      await writeInput(folder, "wide.csv", manyColumns(200_000, 3)),
      await writeInput(folder, "short.csv", `${"a;".repeat(200_000)}\n${"1;".repeat(200_000)}\n`),
    ];
    const before = await serverMegabytes();
    const begun = performance.now();
    const work = Promise.all(files.map((file) => upload(file)));
    expect(await longestWait(work)).toBeLessThan(MILLISECONDS_FOR_OTHERS);
    const answers = await work;
    expect((performance.now() - begun) / 1000).toBeLessThan(SECONDS_FOR_REFUSAL);
    // On a busy machine the time may run out before ten million texts are counted.
    expect(answers.map(({ status, json }) => [status, json.code])).toEqual([
      [400, "zip-bomb"],
      [400, expect.stringMatching(/^(?:xlsx-too-large|file-takes-too-long)$/)],
      [400, "row-too-long"],
      [400, "too-many-columns"],
    ]);
    expect((await serverMegabytes()) - before).toBeLessThan(MEGABYTES_OF_SERVER);
    expect(readers()).toEqual([]);
    expect(await readdir(join(folder, "data/uploads"))).toEqual([]);
  });

  it("does so for PDFs that no limit of a reader holds", async () => {
    const files = [
      await writeInput(folder, "forms.pdf", formsInForms(12)),
      await writeInput(folder, "twice.pdf", packedTwice(1_000_000_000)),
      await writeInput(folder, "pages.pdf", manyPages(20_000)),
    ];
    const begun = performance.now();
    const work = Promise.all(files.map((file) => upload(file)));
    expect(await longestWait(work)).toBeLessThan(MILLISECONDS_FOR_OTHERS);
    expect((performance.now() - begun) / 1000).toBeLessThan(SECONDS_FOR_REFUSAL);
    expect((await work).map(({ status, json }) => [status, json.code])).toEqual([
      [400, expect.stringMatching(/^file-takes-too-(?:long|much-memory)$/)],
      [400, "pdf-too-much"],
      [400, "pdf-too-many-pages"],
    ]);
    expect(readers()).toEqual([]);
  });

  it("stops reading when the sender has left, and keeps nothing of the file", async () => {
    const file = await writeManyTexts(folder, "slow.xlsx", "<si/>", 9_900_000);
    const left = new AbortController();
    const work = upload(file, left.signal).catch(() => "left");
    while (readers().length === 0) await pause(20);
    await pause(300);
    left.abort();
    expect(await work).toBe("left");
    for (let waited = 0; readers().length > 0 && waited < 2_000; waited += 50) await pause(50);
    expect(readers()).toEqual([]);
    await pause(200);
    expect(await readdir(join(folder, "data/uploads"))).toEqual([]);
    expect(await readdir(join(folder, "data/scratch"))).toEqual([]);
  });

  it("reads a real file the same way, from recognition to rows", async () => {
    const rows = Array.from(
      { length: 2_500 },
      (_, row) =>
        `t${row},2026-03-02T10:00:${String(row % 60).padStart(2, "0")}+05:00,${row + 1}.00,KZT,KZ02551B028356727334,KZ02601A010605587576`,
    );
    const head = "transfer_id,booked_at,amount,currency,from_account,to_account";
    const file = await writeInput(
      folder,
      "real.csv",
      [head, ...rows, "bad,x,1,KZT,A,B"].join("\n"),
    );
    const { json } = (await upload(file)) as unknown as {
      json: { uploadId: string; rows: number; format: string };
    };
    expect(json).toMatchObject({ rows: 2_501, format: "canonical-csv" });
    const { jobId } = (await person.ask("POST", `/api/loading/uploads/${json.uploadId}/load`, {}))
      .json;
    for (;;) {
      const { json: told } = await person.ask("GET", "/api/jobs");
      const job = told.jobs.find(({ id }: { id: string }) => id === jobId);
      if (job.state !== "running") {
        expect(job).toMatchObject({ state: "done", result: { read: 2_501, rejected: 1 } });
        break;
      }
      await pause(50);
    }
    expect(readers()).toEqual([]);
  });
});

function processesNamed(word: string): string[] {
  return execFileSync("ps", ["-eo", "pid,args"], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line.includes(word) && !line.includes("vitest"));
}
