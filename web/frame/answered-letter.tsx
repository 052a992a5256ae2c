import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isoDay } from "../../contract/format/dates.ts";
import { outgoing } from "../../contract/outgoing.ts";
import { useLetterAnswered } from "../data/letters.ts";
import { useMay } from "../data/permissions.ts";
import { DateField } from "../ui/date-field.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { useNotify } from "../ui/use-notify.ts";
import classes from "./sent-letter.module.css";

/** The answer to a letter that was sent: its day, what it says, and the file it came in. */
export function AnsweredLetter({ id, version }: { id: string; version: number }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const may = useMay(outgoing.answered);
  const answered = useLetterAnswered(id, version);
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState("");
  const [file, setFile] = useState("");
  const [day, setDay] = useState<string | null>(isoDay(Date.now()));
  if (!may) return null;
  return (
    <>
      <Button size="compact-sm" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t("letters.answer")}
      </Button>
      {open && (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (day === null) return;
            const answer = { day, note: note.trim() || null, file: file.trim() || null };
            answered.mutate(answer, {
              onSuccess: () => {
                notify.done(t("letters.answerDone"));
                setOpen(false);
              },
            });
          }}
        >
          <DateField label={t("letters.answerDay")} value={day} onChange={setDay} />
          <TextInput
            size="xs"
            label={t("letters.answerNote")}
            maxLength={2_000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <TextInput
            size="xs"
            label={t("letters.answerFile")}
            maxLength={300}
            value={file}
            onChange={(event) => setFile(event.currentTarget.value)}
          />
          <Button
            type="submit"
            variant="filled"
            disabled={day === null}
            loading={answered.isPending}
          >
            {t("letters.answerSave")}
          </Button>
          {answered.isError && <ProblemNotice error={answered.error} />}
        </form>
      )}
    </>
  );
}
