import { Button, FileInput, TextInput } from "@mantine/core";
import { IconPaperclip } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { caseFiles } from "../../contract/case-files.ts";
import { isoDay } from "../../contract/format/dates.ts";
import type { Measure } from "../../contract/measures.ts";
import { outgoing } from "../../contract/outgoing.ts";
import { useLetterAnswered } from "../data/letters.ts";
import { useMay } from "../data/permissions.ts";
import { DateField } from "../ui/date-field.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { useNotify } from "../ui/use-notify.ts";
import classes from "./sent-letter.module.css";

/** The answer to a letter that was sent: its day, what it says, and the file it came in. */
export function AnsweredLetter({ letter }: { letter: Measure }) {
  const { t } = useTranslation();
  const may = useMay(outgoing.answered);
  const [open, setOpen] = useState(false);
  if (!may) return null;
  return (
    <>
      <Button size="compact-sm" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t("letters.answer")}
      </Button>
      {open && <AnswerForm letter={letter} onDone={() => setOpen(false)} />}
    </>
  );
}

/** The file is put into the letter's case; of a letter without one its name is written down. */
export function AnswerForm({ letter, onDone }: { letter: Measure; onDone: () => void }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const answered = useLetterAnswered(letter);
  const mayAttach = useMay(caseFiles.add) && letter.case !== null;
  const [note, setNote] = useState("");
  const [name, setName] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const [day, setDay] = useState<string | null>(isoDay(Date.now()));
  const about = t("letters.attachAbout", { number: letter.paper ?? letter.id });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (day === null) return;
        const said = { day, note: note.trim() || null, file: name.trim() || null };
        const answer = { ...said, attached: file && { file, about } };
        answered.mutate(answer, {
          onSuccess: () => {
            notify.done(t("letters.answerDone"));
            onDone();
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
      {mayAttach ? (
        <FileInput
          size="xs"
          label={t("letters.attach")}
          placeholder={t("letters.attachHint")}
          leftSection={<IconPaperclip size={15} aria-hidden />}
          clearable
          value={file}
          onChange={setFile}
        />
      ) : (
        <TextInput
          size="xs"
          label={t("letters.answerFile")}
          maxLength={300}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      <Button type="submit" variant="filled" disabled={day === null} loading={answered.isPending}>
        {t("letters.answerSave")}
      </Button>
      {answered.isError && <ProblemNotice error={answered.error} />}
    </form>
  );
}
