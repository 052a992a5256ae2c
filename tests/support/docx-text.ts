import PizZip from "pizzip";

/** The text of a Word document: a line a paragraph, the cells of a row beside each other. */
export function docxText(body: Buffer): string {
  const xml = new PizZip(body).file("word/document.xml")?.asText() ?? "";
  const text = (part: string) =>
    part
      .replace(/<w:br\/>/g, "\n")
      .replace(/<[^>]+>/g, "")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&")
      .replaceAll("\u00a0", " ");
  return `${(xml.match(/<w:tr>.*?<\/w:tr>|<w:p>(?:(?!<w:tr>).)*?<\/w:p>/gs) ?? [])
    .map((part) =>
      part.startsWith("<w:tr>")
        ? (part.match(/<w:tc>.*?<\/w:tc>/gs) ?? []).map(text).join(" | ")
        : text(part),
    )
    .filter((line) => line !== "")
    .join("\n")}\n`;
}
