import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import PizZip from "pizzip";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AccountFact } from "../../server/evidence/case-facts.ts";
import { LETTER_WORDS } from "../../server/evidence/letters/letter-words.ts";
import * as requests from "../../server/evidence/letters/letters.ts";
import { builtInTemplate } from "../../server/evidence/letters/template.ts";
import { HOSTILE_TEXTS } from "../support/hostile-facts.ts";

const { officeTemplate } = requests;
/** Letters that nobody has sent yet. */
const statementRequests = (...of: Parameters<typeof requests.statementRequests>) =>
  requests.statementRequests(...of).map(({ bank, state, write }) => ({
    ...write(null),
    ...{ bank, state },
  }));

const KASPI = "KZ69722C054074162988";
const FORTE = "KZ02965A010605587576";
const fact = (
  number: string,
  name: string | null,
  exitKind: string | null = null,
): AccountFact => ({
  number,
  bank: null,
  openedAt: null,
  exitKind,
  holder: name === null ? null : { key: "x", iin: "890904309458", name, kind: "person" },
});
const FACTS = [
  fact(KASPI, "Сейтқали <Данияр> & Ко"),
  fact(FORTE, null),
  fact("EXIT:cash:722", null, "cash"),
];
/** 4 March 2026 00:00 and the end of 9 March in Kazakhstan. */
const FROM = Date.UTC(2026, 2, 3, 19);
const UNTIL = Date.UTC(2026, 2, 9, 19) - 1;
const wanted = [
  { account: KASPI, from: UNTIL + 1, until: null },
  { account: KASPI, from: FROM, until: UNTIL },
  { account: FORTE, from: FROM, until: UNTIL },
  { account: "EXIT:cash:722", from: FROM, until: null },
];
const options = { language: "ru", registered: [] } as const;

/** The text of a letter, a line a paragraph or table cell. */
function textOf(docx: Buffer): string[] {
  const xml = new PizZip(docx).file("word/document.xml")?.asText() ?? "";
  return xml
    .split("</w:p>")
    .map((piece) => piece.replace(/<[^>]+>/g, "").trim())
    .filter((line) => line !== "");
}

describe("letters to the banks", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "dropper-graph-letters-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("are one for each bank, with every account and its days in Kazakhstan, and nothing of cash", () => {
    const letters = statementRequests(wanted, FACTS, options);
    expect(letters.map(({ fileName }) => fileName)).toEqual(["запрос-722.docx", "запрос-965.docx"]);
    const kaspi = textOf(letters[0]?.body as Buffer);
    expect(kaspi[1]).toBe("Кому: АО «Kaspi Bank»");
    const table = kaspi.slice(kaspi.indexOf("№") + 6, kaspi.indexOf(LETTER_WORDS.ru.asks));
    const holder = ["Сейтқали &lt;Данияр&gt; &amp; Ко", "890904309458"];
    expect(table).toEqual([
      ...["1", KASPI, ...holder, "04.03.2026", "09.03.2026"],
      ...["2", KASPI, ...holder, "10.03.2026", "день ответа"],
    ]);
    expect(textOf(letters[1]?.body as Buffer).join("\n")).toContain("ForteBank");
    expect(statementRequests(wanted, FACTS, options)).toEqual(letters);
  });

  it("name the crime reports by their numbers where there are some, in each language", () => {
    for (const language of ["ru", "kk", "en"] as const) {
      const [named] = statementRequests(wanted, FACTS, {
        language,
        registered: ["25750011", "25750012"],
      });
      const [bare] = statementRequests(wanted, FACTS, { language, registered: [] });
      const line = LETTER_WORDS[language].inCase.replace("{case}", "25750011, 25750012");
      expect(textOf(named?.body as Buffer)).toContain(line);
      expect(textOf(bare?.body as Buffer).length).toBe(textOf(named?.body as Buffer).length - 1);
      expect(textOf(bare?.body as Buffer).join("")).not.toMatch(/[{}]/);
    }
  });

  it("say who asks and by which day, or leave a marked blank; never our own title of a case", () => {
    const text = (more: object) =>
      textOf(statementRequests(wanted, FACTS, { ...options, ...more })[0]?.body as Buffer);
    const said = text({ due: "2026-03-20", sender: "Прокуратура\nг. Алматы" });
    expect(said[0]).toBe("Прокуратураг. Алматы");
    expect(said.join("\n")).toContain("в срок до 20.03.2026.");
    expect(text({})[0]).toBe(LETTER_WORDS.ru.sender);
    expect(text({}).join("\n")).toContain(`в срок до ${LETTER_WORDS.ru.due}.`);
  });

  it("name a bank as the law knows it, in the language of the letter", () => {
    const halyk = "KZ496010000000000001";
    const bank = (language: "ru" | "kk" | "en") =>
      textOf(
        statementRequests([{ account: halyk, from: FROM, until: UNTIL }], [fact(halyk, null)], {
          ...options,
          language,
        })[0]?.body as Buffer,
      )[1];
    expect(bank("ru")).toBe("Кому: АО «Народный Банк Казахстана»");
    expect(bank("kk")).toBe("Кімге: «Қазақстан Халық Банкі» АҚ");
    expect(bank("en")).toBe("To: Halyk Bank");
  });

  it("are written whatever a bank put into a name, and never blame the template for it", () => {
    for (const text of HOSTILE_TEXTS) {
      const [letter] = statementRequests(wanted, [fact(KASPI, text)], {
        language: "ru",
        registered: [text],
        sender: text,
      });
      const xml = new PizZip(letter?.body as Buffer).file("word/document.xml")?.asText() ?? "";
      const parser = new SaxesParser();
      parser.on("error", (error) => expect.unreachable(error.message));
      parser.write(xml).close();
    }
  });

  it("refuse where no account of a bank is left", () => {
    expect(() => statementRequests(wanted.slice(3), FACTS, options)).toThrow("no bank to ask");
    expect(() => statementRequests(wanted, [], options)).toThrow("no bank to ask");
  });

  it("stand on the office's own paper where it has one, and say every fault of it at once", async () => {
    expect(await officeTemplate(folder, "ru")).toBeUndefined();
    const own = async (change: (xml: string) => string) => {
      const zip = new PizZip(builtInTemplate(LETTER_WORDS.ru));
      zip.file("word/document.xml", change(zip.file("word/document.xml")?.asText() ?? ""));
      await mkdir(join(folder, "templates"), { recursive: true });
      const path = join(folder, "templates", "statement-request.ru.docx");
      await writeFile(path, zip.generate({ type: "nodebuffer" }));
      return statementRequests(wanted, FACTS, {
        ...options,
        template: await officeTemplate(folder, "ru"),
      });
    };
    const [letter] = await own((xml) => xml.replace(">Запрос<", ">Прокуратура города. Запрос<"));
    expect(textOf(letter?.body as Buffer)).toContain("Прокуратура города. Запрос");
    await expect(own((xml) => xml.replace("{bank}", "{banc} {bonk}"))).rejects.toThrow(
      /statement-request.ru.docx.*\{banc\}, \{bonk\}/,
    );
    await expect(own((xml) => xml.replace("{/accounts}", ""))).rejects.toThrow(
      /statement-request.ru.docx.*accounts/,
    );
    await writeFile(join(folder, "templates", "statement-request.ru.docx"), "not a zip");
    const broken = await officeTemplate(folder, "ru");
    expect(() => statementRequests(wanted, FACTS, { ...options, template: broken })).toThrow(
      "cannot be filled in",
    );
  });
});
