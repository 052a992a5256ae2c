import { Button, Checkbox, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { saysSomething } from "../../../contract/clean-text.ts";
import type { Note } from "../../../contract/dossier.ts";
import { formatDate, formatIsoDay, isoDay } from "../../../contract/format/dates.ts";
import { useAddNote, useSetNote } from "../../data/dossier.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { DateField } from "../../ui/date-field.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useActor } from "../../ui/use-actor.ts";
import classes from "./dossier.module.css";

/** Notes of a case; one with a last day is a task that can be done. */
export function CaseNotes({
  caseId,
  version,
  notes,
  may,
}: {
  caseId: string;
  version: number;
  notes: readonly Note[];
  may: boolean;
}) {
  const { t } = useTranslation();
  const add = useAddNote(caseId, version);
  const set = useSetNote(caseId, version);
  const [text, setText] = useState("");
  const [due, setDue] = useState<string | null>(null);
  const failed = add.isError ? add : set.isError ? set : null;
  return (
    <>
      {notes.length === 0 && <p className={classes.note}>{t("dossier.notes.none")}</p>}
      <ul className={classes.list}>
        {notes.map((note) => (
          <li key={note.id} className={classes.row}>
            {note.due !== null && (
              <Checkbox
                size="xs"
                aria-label={t(note.done ? "dossier.notes.undone" : "dossier.notes.done")}
                checked={note.done !== null}
                disabled={!may || set.isPending}
                onChange={(event) =>
                  set.mutate({ note: note.id, done: event.currentTarget.checked })
                }
              />
            )}
            <OneNote note={note} />
          </li>
        ))}
      </ul>
      {may && (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (!saysSomething(text)) return;
            const clear = () => {
              setText("");
              setDue(null);
            };
            add.mutate({ text: text.trim(), due }, { onSuccess: clear });
          }}
        >
          <Textarea
            className={classes.wide ?? ""}
            label={t("dossier.notes.text")}
            autosize
            minRows={1}
            maxLength={4000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <div className={`${classes.line} ${classes.wide}`}>
            <DateField label={t("dossier.notes.due")} value={due} onChange={setDue} clearable />
            <Button type="submit" disabled={!saysSomething(text)} loading={add.isPending}>
              {t("dossier.notes.add")}
            </Button>
          </div>
        </form>
      )}
      {failed && <ProblemNotice error={failed.error} />}
    </>
  );
}

function OneNote({ note }: { note: Note }) {
  const { t } = useTranslation();
  const actor = useActor();
  const language = useLanguage();
  const late = note.due !== null && note.done === null && note.due < isoDay(Date.now());
  return (
    <span className={classes.grow}>
      <span className={note.done === null ? "" : classes.done}>{note.text}</span>{" "}
      {note.due !== null && (
        <span className={late ? classes.warning : classes.quiet}>
          {t("dossier.notes.until", { date: formatIsoDay(note.due, language) })}
          {late && `, ${t("dossier.notes.late")}`}{" "}
        </span>
      )}
      <span className={classes.quiet}>
        {t("dossier.notes.by", {
          person: actor((note.done ?? note).by),
          date: formatDate((note.done ?? note).at, language),
        })}
      </span>
    </span>
  );
}
