import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import pdfmake from "pdfmake";
import type { TDocumentDefinitions } from "pdfmake/interfaces.js";

const require = createRequire(import.meta.url);
/** Noto Sans has every Kazakh letter and the tenge sign. */
const FONT = "Noto Sans";
let ready = false;

/**
 * Renders a tagged PDF. Its dates are given, not taken from the clock: the same content gives the
 * same bytes.
 */
export async function renderPdf(document: TDocumentDefinitions, date: Date): Promise<Uint8Array> {
  prepare();
  return pdfmake
    .createPdf({
      pageSize: "A4",
      pageMargins: [48, 48, 48, 56],
      defaultStyle: { font: FONT, fontSize: 9.5, lineHeight: 1.15 },
      ...document,
      version: "1.7",
      tagged: true,
      displayTitle: true,
      info: {
        ...document.info,
        creator: "dropper-graph",
        producer: "dropper-graph",
        creationDate: date,
        modDate: date,
      },
    } as TDocumentDefinitions)
    .getBuffer();
}

function prepare(): void {
  if (ready) return;
  const folder = dirname(require.resolve("@expo-google-fonts/noto-sans/package.json"));
  const file = (name: string) => join(folder, name, `NotoSans_${name}.ttf`);
  const [normal, bold] = [file("400Regular"), file("600SemiBold")];
  pdfmake.setFonts({ [FONT]: { normal, bold, italics: normal, bolditalics: bold } });
  // Documents are made of text only: nothing is fetched, no file but the fonts is read.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path === normal || path === bold);
  ready = true;
}
