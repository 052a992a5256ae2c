import PizZip from "pizzip";
import { expect } from "vitest";

/** The DOCX files of an archive that a signed-in person asks for: their names and their texts. */
export async function archivedTexts(address: string, cookie: string, body: object) {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
  const zip = new PizZip(Buffer.from(await answer.arrayBuffer()));
  const text = (name: string) =>
    new PizZip(zip.file(name)?.asUint8Array() ?? [])
      .file("word/document.xml")
      ?.asText()
      .replace(/<[^>]+>/g, "");
  return { names: Object.keys(zip.files), text };
}
