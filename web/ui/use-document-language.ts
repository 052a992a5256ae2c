import { useState } from "react";
import type { DocumentLanguage } from "../../contract/document-language.ts";
import type { PaperLanguage } from "../../contract/papers.ts";
import { useLanguage } from "../i18n/use-language.ts";

/** The language of a document: the screen's, also after that is changed, until a person chooses. */
export function useDocumentLanguage(): [DocumentLanguage, (language: DocumentLanguage) => void] {
  const screen = useLanguage();
  const [chosen, setChosen] = useState<DocumentLanguage | null>(null);
  return [chosen ?? screen, setChosen];
}

/** The same for papers to courts and banks, which are in Kazakh or Russian only. */
export function usePaperLanguage(): [PaperLanguage, (language: PaperLanguage) => void] {
  const [language, setLanguage] = useDocumentLanguage();
  return [language === "kk" ? "kk" : "ru", setLanguage];
}
