import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { UserError } from "../../server/errors/user-error.ts";
import type { Job, JobWork } from "../../server/jobs/jobs.ts";
import { openJobs } from "../../server/jobs/registry.ts";

const detection = { kind: "detect", title: null, startedBy: "anna" } as const;

/** Work that ends when told, or when stopped. */
function controlled() {
  let finish = (_value: unknown) => {};
  let begun = false;
  const work: JobWork = ({ signal }) => {
    begun = true;
    return new Promise((resolve, reject) => {
      finish = resolve;
      signal.addEventListener("abort", () => reject(signal.reason));
    });
  };
  return { work, finish: (value: unknown) => finish(value), begun: () => begun };
}

const soon = () => pause(5);

describe("jobs", () => {
  it("tell their progress and result", async () => {
    const jobs = openJobs();
    const job = jobs.start(detection, async ({ report }) => {
      report({ phase: "columns", done: 3, total: 10, unit: "rows" });
      await pause(10);
      return { runId: "r1" };
    });
    expect(job.state).toBe("running");
    await soon();
    expect(jobs.get(job.id)?.progress).toEqual({
      phase: "columns",
      done: 3,
      total: 10,
      unit: "rows",
    });
    await pause(20);
    expect(jobs.get(job.id)).toMatchObject({ state: "done", result: { runId: "r1" }, error: null });
  });

  it("wait for their turn, in the order they came", async () => {
    const jobs = openJobs({ atOnce: 1 });
    const [first, second, third] = [controlled(), controlled(), controlled()];
    const started = [first, second, third].map(({ work }) => jobs.start(detection, work));
    await soon();
    expect([first.begun(), second.begun(), third.begun()]).toEqual([true, false, false]);
    jobs.cancel((started[1] as Job).id);
    first.finish(1);
    await soon();
    expect([second.begun(), third.begun()]).toEqual([false, true]);
    expect(jobs.get((started[1] as Job).id)?.state).toBe("cancelled");
    third.finish(3);
    await jobs.close();
    expect(jobs.list().map((job) => job.state)).toEqual(["done", "cancelled", "done"]);
  });

  it("say why they failed, and keep the words of our own mistakes to the log", async () => {
    const faults: unknown[] = [];
    const jobs = openJobs({ onFault: (error) => faults.push(error) });
    const known = jobs.start(detection, async () => {
      throw new UserError({
        code: "nothing-loaded",
        message: "Nothing there.",
        remedy: "Load first.",
      });
    });
    const ours = jobs.start(detection, async () => {
      throw new Error("secret 030740001404");
    });
    await soon();
    expect(jobs.get(known.id)?.error).toEqual({
      code: "nothing-loaded",
      message: "Nothing there.",
      remedy: "Load first.",
    });
    expect(jobs.get(ours.id)?.error?.code).toBe("internal");
    expect(JSON.stringify(jobs.get(ours.id))).not.toContain("secret");
    expect(faults).toHaveLength(1);
  });

  it("are stopped and waited for when the server closes", async () => {
    const jobs = openJobs();
    const { work } = controlled();
    const job = jobs.start(detection, work);
    await soon();
    await jobs.close();
    expect(jobs.get(job.id)?.state).toBe("cancelled");
    expect(jobs.cancel(job.id)).toBe(false);
  });

  it("that ended are forgotten after the newest sixty", async () => {
    const jobs = openJobs();
    for (let times = 0; times < 80; times += 1) jobs.start(detection, async () => times);
    await jobs.close();
    expect(jobs.list().length).toBeLessThanOrEqual(60);
  });
});
