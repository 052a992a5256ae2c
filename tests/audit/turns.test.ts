import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { takeTurn } from "../../server/audit/turns.ts";

describe("turns at the head of the audit log", () => {
  it("go one after the other in the order in which they were asked for, also where one fails", async () => {
    const done: number[] = [];
    let inside = 0;
    const write = async (number: number) => {
      const endTurn = await takeTurn("a folder");
      try {
        inside += 1;
        expect(inside).toBe(1);
        await pause(number % 3);
        if (number === 7) throw new Error("the seventh fails");
        done.push(number);
      } finally {
        inside -= 1;
        endTurn();
      }
    };
    const all = Array.from({ length: 20 }, (_, number) => write(number));
    const ended = await Promise.allSettled(all);
    expect(ended.map(({ status }) => status === "rejected")).toEqual(all.map((_, at) => at === 7));
    expect(done).toEqual(Array.from({ length: 20 }, (_, at) => at).filter((at) => at !== 7));
  });

  it("of two folders do not wait for each other, and may be ended twice", async () => {
    const endFirst = await takeTurn("first");
    const endSecond = await takeTurn("second");
    endSecond();
    endSecond();
    const next = takeTurn("first");
    let came = false;
    void next.then(() => {
      came = true;
    });
    await pause(5);
    expect(came).toBe(false);
    endFirst();
    endFirst();
    (await next)();
    expect(came).toBe(true);
  });
});
