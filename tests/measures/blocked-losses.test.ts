import fc from "fast-check";
import { expect, it } from "vitest";
import { type LossStanding, roomOn } from "../../server/measures/blocked-losses.ts";

/** Losses A of 100 and B of 50. */
function standing(more: Partial<LossStanding> = {}): LossStanding {
  const stolen = new Map([
    ["A", 100n],
    ["B", 50n],
  ]);
  const none = new Map();
  return { ofTransfer: none, ofClaim: none, stolen, back: new Map(), blocks: [], ...more };
}
const block = (id: string, amount: bigint, ...losses: string[]) => ({ id, amount, losses });

it("money blocked at one holder is not blocked again at the next", () => {
  const register = standing({ blocks: [block("M1", 60n, "A")] });
  expect(roomOn(10, ["A"], register)).toEqual({ room: 40n, blocks: ["M1"] });
  expect(roomOn(10, ["B"], register)).toEqual({ room: 50n, blocks: [] });
});

it("a block of mixed money makes way for one that can be of one loss only", () => {
  const register = standing({ blocks: [block("M1", 50n, "A", "B")] });
  expect(roomOn(10, ["A"], register).room).toBe(100n);
  register.blocks.push(block("M2", 100n, "A"));
  expect(roomOn(10, ["A", "B"], register)).toEqual({ room: 0n, blocks: ["M1", "M2"] });
});

it("what came back before the block leaves less to block, what came later does not", () => {
  const back = new Map([["A", [{ day: 9, amount: 30n }]]]);
  expect(roomOn(10, ["A"], standing({ back })).room).toBe(70n);
  expect(roomOn(9, ["A"], standing({ back })).room).toBe(100n);
});

it("a payment that is written down leaves less to block on its own day too", () => {
  const back = new Map([["A", [{ day: 9, amount: 30n, written: true }]]]);
  expect(roomOn(9, ["A"], standing({ back })).room).toBe(70n);
  expect(roomOn(8, ["A"], standing({ back })).room).toBe(100n);
});

it("no losses together carry more blocks than was stolen, and whatever finds room is found it", () => {
  const losses = ["A", "B", "C"];
  const some = fc.subarray(losses, { minLength: 1 });
  const wanted = fc.array(fc.tuple(fc.bigInt({ min: 1n, max: 9n }), some), { maxLength: 8 });
  const sums = fc.tuple(...losses.map(() => fc.bigInt({ min: 0n, max: 12n })));
  fc.assert(
    fc.property(wanted, sums, (entries, amounts) => {
      const stolen = new Map(losses.map((loss, at) => [loss, amounts[at] ?? 0n]));
      const blocks: LossStanding["blocks"] = [];
      /** By Hall's theorem blocks fit where every set of losses holds those of it alone. */
      const fits = (all: LossStanding["blocks"]) =>
        [1, 2, 3, 4, 5, 6, 7].every((mask) => {
          const own = losses.filter((_, at) => mask & (1 << at));
          const inside = all.filter((one) => one.losses.every((loss) => own.includes(loss)));
          const held = inside.reduce((sum, one) => sum + one.amount, 0n);
          return held <= own.reduce((sum, loss) => sum + (stolen.get(loss) ?? 0n), 0n);
        });
      for (const [at, [amount, own]] of entries.entries()) {
        const { room } = roomOn(10, own, standing({ stolen, blocks }));
        const next = block(`M${at}`, amount, ...own);
        expect(amount <= room).toBe(fits([...blocks, next]));
        if (amount <= room) blocks.push(next);
      }
    }),
  );
});
