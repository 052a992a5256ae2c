import { Button, TextInput } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { saysSomething } from "../../contract/clean-text.ts";
import { isoDay } from "../../contract/format/dates.ts";
import { type LetterKind, SANCTIONED_LETTERS } from "../../contract/letter-facts.ts";
import { measures } from "../../contract/measures.ts";
import { useLetterTerm } from "../data/letters.ts";
import { useMeasureSent } from "../data/measures.ts";
import { useMay } from "../data/permissions.ts";
import { DateField } from "../ui/date-field.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { useFirstField } from "../ui/use-first-field.ts";
import { useNotify } from "../ui/use-notify.ts";
import { DayAndWay } from "./day-and-way.tsx";
import { NumberOnBoth } from "./number-on-both.tsx";
import { OldSum } from "./old-sum.tsx";
import classes from "./sent-letter.module.css";

/**
 * A letter that the program made: a person says that it was sent, under which number, on which day
 * and how. It counts from then on.
 */
export function SentLetter(props: { id: string; version: number; letter: LetterKind | null }) {
  const { t } = useTranslation();
  const may = useMay(measures.sent);
  const [open, setOpen] = useState(false);
  if (!may) return null;
  return (
    <>
      <Button
        size="compact-sm"
        leftSection={<IconSend size={14} aria-hidden />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t("measures.sent.button")}
      </Button>
      {open && <SentForm {...props} onDone={() => setOpen(false)} />}
    </>
  );
}

export function SentForm(props: {
  id: string;
  version: number;
  letter: LetterKind | null;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const notify = useNotify();
  const sent = useMeasureSent(props.id, props.version);
  const [paper, setPaper] = useState("");
  const [how, setHow] = useState("");
  const [day, setDay] = useState<string | null>(isoDay(Date.now()));
  // undefined = as the letter or the law has it.
  const [due, setDue] = useState<string | null | undefined>(undefined);
  const [sanction, setSanction] = useState("");
  const [sanctionDay, setSanctionDay] = useState<string | null>(null);
  const [again, setAgain] = useState(false);
  const [outdated, setOutdated] = useState(false);
  const term = useLetterTerm(props.id, day);
  const opened = useFirstField("paper");
  const ready = day !== null && saysSomething(paper);
  return (
    <form
      ref={opened}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (day === null || !ready) return;
        const wanted = {
          day,
          paper: paper.trim(),
          how: how.trim() || null,
          ...{ again, outdated },
          ...(due && { due }),
          ...(saysSomething(sanction) && { sanction: sanction.trim() }),
          ...(sanctionDay && { sanctionDay }),
        };
        sent.mutate(wanted, {
          onSuccess: () => {
            notify.done(t("measures.sent.done"));
            props.onDone();
          },
        });
      }}
    >
      <TextInput
        size="xs"
        data-field="paper"
        label={t("measures.sent.paper")}
        maxLength={200}
        value={paper}
        onChange={(event) => setPaper(event.currentTarget.value)}
      />
      <DayAndWay day={day} onDay={setDay} how={how} onHow={setHow} />
      <DateField
        label={t("letters.columns.due")}
        value={due === undefined ? term : due}
        clearable
        onChange={setDue}
      />
      {props.letter !== null && SANCTIONED_LETTERS.includes(props.letter) && (
        <>
          <TextInput
            size="xs"
            label={t("measures.fields.sanction")}
            maxLength={200}
            value={sanction}
            onChange={(event) => setSanction(event.currentTarget.value)}
          />
          <DateField
            label={t("measures.fields.sanctionDay")}
            value={sanctionDay}
            clearable
            onChange={setSanctionDay}
          />
        </>
      )}
      {sent.isError && <ProblemNotice error={sent.error} />}
      <NumberOnBoth error={sent.error} again={again} onAgain={setAgain} />
      <OldSum error={sent.error} outdated={outdated} onOutdated={setOutdated} />
      <Button type="submit" variant="filled" disabled={!ready} loading={sent.isPending}>
        {t("measures.sent.save")}
      </Button>
    </form>
  );
}
