import { describe, expect, it } from "vitest";
import { encode } from "../../server/loading/memory/exact-json.ts";
import { logIn, namesIn, ownRecord, ownTransfer } from "../../server/retention/erased-records.ts";
import {
  erasedWords,
  namesNumber,
  recordWithoutPerson,
  withoutPerson,
} from "../../server/retention/erased-text.ts";

const IIN = "900101400013";
const erased = erasedWords("E3", [IIN, "A-1"], ["Жанна Своя", 'Жанна "Ж" Своя', "Ли"]);
const [a1, person] = ["ERASED-E3-2", "ERASED-E3-1"];

describe("a text after an erasure", () => {
  it("has a word of its own in place of each number, where the number is a whole word", () => {
    expect(withoutPerson(`A-1|A-12|BA-1|${IIN}|1${IIN}`, erased)).toBe(
      `${a1}|A-12|BA-1|${person}|1${IIN}`,
    );
    expect(namesNumber("A-12", erased)).toBe(false);
    expect(namesNumber("to A-1, again", erased)).toBe(true);
  });

  it("loses names in any case and inside JSON, and keeps what only looks alike", () => {
    expect(withoutPerson("жанна своя; Жанна Своякова; Ли", erased)).toBe(
      "ERASED-E3; Жанна Своякова; Ли",
    );
    const json = JSON.stringify({ name: 'Жанна "Ж" Своя', iin: IIN });
    expect(JSON.parse(withoutPerson(json, erased))).toEqual({
      name: "ERASED-E3",
      iin: person,
    });
  });

  it("is no change of a record that has nothing of the person", () => {
    expect(recordWithoutPerson({ text: "A-12", list: ["x"], amount: 5n }, erased)).toBe(undefined);
    expect(recordWithoutPerson({ list: ["A-1", "x"], amount: 5n }, erased)).toEqual({
      list: [a1, "x"],
      amount: 5n,
    });
  });
});

describe("the person's own records", () => {
  const facts = { iin: IIN, name: "Жанна Своя", phone: "77010000001", weight: 2 };

  it("lose what else says who it is, also in what each source said", () => {
    const account = {
      number: "A-1",
      phone: "77010000001",
      deviceId: "d1",
      x_address: "Abay 1",
      bank: "722",
      sourceRecords: [`4 ${JSON.stringify({ ...facts, extra: { address: "Abay 1" } })}`],
    };
    expect(namesIn(account)).toEqual(["Жанна Своя"]);
    expect(ownRecord(account, erased)).toEqual({
      number: a1,
      bank: "722",
      sourceRecords: [`4 ${JSON.stringify({ iin: person, name: "ERASED-E3", weight: 2 })}`],
    });
    const holder = { key: IIN, iin: IIN, name: "Своя Ж.", nameKey: "своя ж", kind: "person" };
    expect(ownRecord(holder, erased)).toEqual({
      key: person,
      iin: person,
      name: "ERASED-E3",
      nameKey: "erased-e3",
      kind: "person",
    });
    expect(
      logIn({ account: "A-1", at: 5n, ip: "1.2.3.4", device: "d", event: "login" }, erased),
    ).toEqual({ account: a1, at: 5n, event: "login" });
  });

  it("keep amount and time of a transfer and lose its words, in each source's record", () => {
    const also = encode({
      from: "A-1",
      to: "B-1",
      properties: { amount: 100n, purpose: "for Жанна", x_note: "n" },
    });
    const record = { amount: 100n, purpose: "for Жанна", x_note: "n", alsoSourceRecords: [also] };
    const left = ownTransfer(record, erased);
    expect(left).toEqual({
      amount: 100n,
      alsoSourceRecords: [encode({ from: a1, to: "B-1", properties: { amount: 100n } })],
    });
  });
});
