import { useMutation } from "@tanstack/react-query";
import { letters, MOST_WANTED, type WantedStatement } from "../../contract/letters.ts";
import { addressOf } from "../api/call.ts";
import { download } from "../api/download.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNotify } from "./use-notify.ts";

/**
 * Letters to the banks for missing statements, in the language of the screen, into the browser's
 * downloads.
 */
export function useRequestLetters() {
  const language = useLanguage();
  const notify = useNotify();
  return useMutation({
    mutationFn: (wanted: readonly WantedStatement[]) =>
      download(addressOf(letters.statementRequest), "request.docx", {
        method: "POST",
        body: { language, wanted: wanted.slice(0, MOST_WANTED) },
      }),
    onError: notify.failed,
  });
}
