import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import {
  officeDetails,
  officeOf,
  senderLines,
} from "../../server/evidence/letters/office-details.ts";

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

it("the office's name and address come from its own file, in the language of the letter", async () => {
  const folder = await mkdtemp(join(tmpdir(), "dropper-graph-office-"));
  folders.push(folder);
  expect(await officeDetails(folder, "ru")).toBeNull();
  const ru = { name: "Прокуратура города", address: "ул. Абая, 1" };
  await writeFile(join(folder, "office.json"), JSON.stringify({ ru }));
  const office = await officeDetails(folder, "ru");
  expect(office && senderLines(office)).toBe("Прокуратура города\nул. Абая, 1");
  expect(await officeDetails(folder, "kk")).toBeNull();
});

it("a file that says something else is refused, and the field is named", () => {
  expect(() => officeOf("{")).toThrow("office.json cannot be read at the file");
  expect(() => officeOf('{"ru": {"name": ""}}')).toThrow("at ru.name");
  expect(() => officeOf('{"de": {"name": "x"}}')).toThrow("office.json cannot be read");
});
