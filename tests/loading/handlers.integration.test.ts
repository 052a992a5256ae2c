import { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loading } from "../../contract/loading.ts";
import { NOTHING_HIDDEN } from "../../server/api/hidden.ts";
import { joinedTransfersLeaveRoom } from "../../server/claims/joined-transfers.store.ts";
import { openJobs } from "../../server/jobs/registry.ts";
import { loadingHandlers } from "../../server/loading/loading.handlers.ts";
import type { Database } from "../../server/neo4j/database.ts";
import { reportsLeaveRoom } from "../../server/reports/withdrawn-table.store.ts";
import { testDatabase } from "../support/neo4j.ts";

const asker = { login: "test", role: "data", hidden: NOTHING_HIDDEN, ground: null } as const;
const HEADER = "transfer_id,booked_at,amount,currency,from_account,to_account";
const ROW = "t1,2026-03-02T10:00:00+05:00,100.00,KZT,KZ02551B028356727334,KZ02601A010605587576";

describe("loading over the API", () => {
  let database: Database;
  const jobs = openJobs();
  const { signal } = new AbortController();
  const nothing = {
    params: {},
    query: {},
    body: {},
    asker,
    signal,
    bytes: () => Readable.from([]),
  };
  const room = { leaveRoom: reportsLeaveRoom, joinedLeaveRoom: joinedTransfersLeaveRoom };
  const handlers = () => loadingHandlers({ database, jobs, changed: async () => {}, ...room });
  const upload = async (text: string, name = "answers/one.csv") =>
    loading.upload.answer.parse(
      await handlers().upload({
        ...nothing,
        query: { name },
        bytes: () => Readable.from([Buffer.from(text)]),
      }),
    );
  const finished = async (id: string) => {
    for (;;) {
      const job = jobs.get(id);
      if (job === undefined || job.state !== "running") return job;
      await pause(20);
    }
  };

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(async () => {
    await jobs.close();
    await database.close();
  });

  it("takes a file from upload to source, keeps its refused rows, and takes it out again", async () => {
    const found = await upload(`${HEADER}\n${ROW}\nbad,yesterday,1,KZT,A,B\n`);
    expect(found).toMatchObject({
      format: "canonical-csv",
      rows: 2,
      ready: true,
      alreadyLoaded: false,
    });
    const params = { id: found.uploadId };
    const preview = loading.preview.answer.parse(await handlers().preview({ ...nothing, params }));
    expect(preview.rows.map((row) => [row.amount, row.problem === null])).toEqual([
      ["10000", true],
      [null, false],
    ]);
    const { jobId } = loading.load.answer.parse(await handlers().load({ ...nothing, params }));
    const job = await finished(jobId);
    expect(job).toMatchObject({
      state: "done",
      result: { read: 2, loaded: 1, duplicates: 0, rejected: 1 },
    });
    const { sources } = loading.sources.answer.parse(await handlers().sources(nothing));
    expect(sources).toMatchObject([
      { fileName: "answers/one.csv", state: "loaded", loadedBy: "test" },
    ]);
    const id = sources[0]?.id ?? "";
    const file = (await handlers().refused({ ...nothing, params: { id } })) as {
      fileName: string;
      body: Readable;
    };
    expect(file.fileName).toBe("one-refused.csv");
    const chunks: Buffer[] = [];
    for await (const chunk of file.body) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString()).toContain("yesterday");
    expect((await upload(`${HEADER}\n${ROW}\nbad,yesterday,1,KZT,A,B\n`)).alreadyLoaded).toBe(true);
    const reason = "Loaded by mistake: another person's statement.";
    await handlers().withdraw({ ...nothing, params: { id }, body: { reason } });
    expect(
      loading.sources.answer.parse(await handlers().sources(nothing)).sources[0],
    ).toMatchObject({
      state: "withdrawn",
      withdrawnBy: "test",
      withdrawnReason: reason,
    });
    await expect(handlers().refused({ ...nothing, params: { id } })).rejects.toThrow(
      "no refused rows",
    );
  });

  it("corrects columns, saves them under a name and finds them by the header", async () => {
    const text = `Когда,Сколько,Откуда,Куда,Зачем\n2026-03-02T10:00:00+05:00,5.00,KZ02551B028356727334,KZ02601A010605587576,x\n`;
    const found = await upload(text, "odd.csv");
    const mapping = {
      Когда: "booked_at",
      Сколько: "amount",
      Откуда: "from_account",
      Куда: "to_account",
      Зачем: "purpose",
    };
    const params = { id: found.uploadId };
    const preview = loading.preview.answer.parse(
      await handlers().preview({ ...nothing, params, body: { mapping } }),
    );
    expect(preview.rows[0]).toMatchObject({ amount: "500", purpose: "x" });
    const { jobId } = loading.load.answer.parse(
      await handlers().load({ ...nothing, params, body: { mapping, saveAs: "odd bank" } }),
    );
    expect(await finished(jobId)).toMatchObject({ state: "done", result: { loaded: 1 } });
    expect(await upload(text.replace("5.00", "6.00"), "odd2.csv")).toMatchObject({ ready: true });
  });

  it("refuses what is no file it knows, keeping nothing, and an upload that is gone", async () => {
    await expect(upload("", "empty.csv")).rejects.toThrow("is empty");
    const gone = { ...nothing, params: { id: "00000000-0000-4000-8000-000000000000" } };
    await expect(handlers().preview(gone)).rejects.toThrow("not there any more");
    await expect(handlers().preview({ ...nothing, params: { id: "../../etc" } })).rejects.toThrow(
      "not there any more",
    );
  });

  it("leaves nothing of an upload that is cancelled", async () => {
    const stop = new AbortController();
    const stream = Readable.from(
      (async function* () {
        yield Buffer.from(HEADER);
        stop.abort();
        await pause(1_000, undefined, { signal: stop.signal }).catch(() => {});
        yield Buffer.from("more");
      })(),
    );
    await expect(
      handlers().upload({
        ...nothing,
        query: { name: "x.csv" },
        bytes: () => stream,
        signal: stop.signal,
      }),
    ).rejects.toThrow();
  });
});
