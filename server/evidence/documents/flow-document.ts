import type { TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { DocumentLanguage } from "../../../contract/document-language.ts";
import type { CaseFacts } from "../case-facts.ts";
import type { FlowPicture } from "../flow/svg.ts";
import type { Texts } from "../texts/document-texts.ts";

/** The picture of the flow on one sheet of its own size, for printing. */
export function flowDocument(
  facts: CaseFacts,
  picture: FlowPicture,
  language: DocumentLanguage,
  texts: Texts,
): TDocumentDefinitions {
  return {
    info: { title: `${texts.flow.title}: ${facts.case.id}` },
    language,
    pageSize: { width: picture.width + 40, height: picture.height + 40 },
    pageMargins: 20,
    content: [{ svg: picture.svg, width: picture.width }],
  };
}
