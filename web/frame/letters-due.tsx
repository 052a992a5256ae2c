import type { Deadline } from "../../contract/reports.ts";
import { DeadlineList } from "../ui/deadline-list.tsx";
import { SentLetter } from "./sent-letter.tsx";

/** Measures by their last day; a letter that was only prepared is entered as sent here. */
export function LettersDue({ deadlines }: { deadlines: readonly Deadline[] }) {
  return (
    <DeadlineList
      deadlines={deadlines}
      actionOf={({ id, version, unsent }) => unsent && <SentLetter id={id} version={version} />}
    />
  );
}
