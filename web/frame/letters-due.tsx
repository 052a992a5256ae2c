import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../contract/format/numbers.ts";
import type { Deadline } from "../../contract/reports.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { DeadlineList } from "../ui/deadline-list.tsx";
import { AsSent } from "./as-sent.tsx";
import { SentLetter } from "./sent-letter.tsx";

/**
 * Measures by their last day; a letter that was only prepared is entered as sent here. Beyond
 * `most` they are one click away.
 */
export function LettersDue({
  deadlines,
  most = Number.POSITIVE_INFINITY,
}: {
  deadlines: readonly Deadline[];
  most?: number;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [all, setAll] = useState(false);
  const rest = deadlines.length - most;
  return (
    <>
      <DeadlineList
        deadlines={all ? deadlines : deadlines.slice(0, most)}
        actionOf={({ id, version, unsent, letter, claim, report }) =>
          unsent ? (
            <SentLetter id={id} version={version} letter={letter} />
          ) : (
            <AsSent {...{ id, letter, claim, report }} />
          )
        }
      />
      {rest > 0 && (
        <Button m={8} variant="subtle" onClick={() => setAll(!all)}>
          {all
            ? t("today.terms.fewer")
            : t("today.terms.more", { count: rest, formatted: formatNumber(rest, language) })}
        </Button>
      )}
    </>
  );
}
