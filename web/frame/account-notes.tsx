import { Button, CloseButton, TagsInput, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type AccountNote, accountNotes, type NoteTarget } from "../../contract/account-notes.ts";
import { formatDateTime } from "../../contract/format/dates.ts";
import { useAddNoteOn, useNotesOn, useRemoveNoteOn } from "../data/account-notes.ts";
import { useMay } from "../data/permissions.ts";
import { useSession } from "../data/session.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { useActor } from "../ui/use-actor.ts";
import classes from "./account-notes.module.css";

/** What colleagues wrote on an account, a transfer or a cluster, and a line for one's own note. */
export function AccountNotes({ target }: { target: NoteTarget }) {
  const { t } = useTranslation();
  const query = useNotesOn(target);
  const may = useMay(accountNotes.add);
  if (query.isError)
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div className={classes.notes} data-testid="account-notes">
      {query.data?.notes.length === 0 && <p className={classes.by}>{t("notes.none")}</p>}
      {query.data?.notes.map((note) => (
        <OneNote key={note.id} note={note} />
      ))}
      {may && <WriteNote target={target} />}
    </div>
  );
}

/** A note with its tags; whoever wrote it can take it back. */
export function OneNote({ note }: { note: AccountNote }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const actor = useActor();
  const { person } = useSession();
  const remove = useRemoveNoteOn();
  return (
    <div className={classes.note}>
      <span className={classes.text}>{note.text}</span>
      {person?.login === note.by && (
        <CloseButton
          size="xs"
          aria-label={t("notes.remove")}
          disabled={remove.isPending}
          onClick={() => remove.mutate(note.id)}
        />
      )}
      <span className={classes.by}>
        {note.tags.map((tag) => (
          <span key={tag} className={classes.tag}>
            {tag}
          </span>
        ))}
        {t("notes.by", { person: actor(note.by), date: formatDateTime(note.at, language) })}
      </span>
      {remove.isError && <ProblemNotice error={remove.error} />}
    </div>
  );
}

function WriteNote({ target }: { target: NoteTarget }) {
  const { t } = useTranslation();
  const add = useAddNoteOn(target);
  const [text, setText] = useState("");
  const [tags, setTags] = useState<string[]>([]);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === "") return;
        const clear = () => {
          setText("");
          setTags([]);
        };
        add.mutate({ text: text.trim(), tags }, { onSuccess: clear });
      }}
    >
      <Textarea
        size="xs"
        aria-label={t("notes.text")}
        placeholder={t("notes.text")}
        autosize
        minRows={1}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {text.trim() !== "" && (
        <>
          <TagsInput
            size="xs"
            aria-label={t("notes.tags")}
            placeholder={t("notes.tags")}
            maxTags={12}
            value={tags}
            onChange={setTags}
          />
          <Button type="submit" size="compact-sm" loading={add.isPending}>
            {t("notes.add")}
          </Button>
        </>
      )}
      {add.isError && <ProblemNotice error={add.error} />}
    </form>
  );
}
