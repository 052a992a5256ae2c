import { Button, Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { saysSomething } from "../../../contract/clean-text.ts";
import { isoDay } from "../../../contract/format/dates.ts";
import { numberSeries } from "../../../contract/number-series.ts";
import {
  addresseeOf,
  type LetterResult,
  type LetterRow,
  letterWord,
} from "../../../contract/outgoing.ts";
import { useSendLetters } from "../../data/letters.ts";
import { DayAndWay } from "../../frame/day-and-way.tsx";
import { useLanguage } from "../../i18n/use-language.ts";
import { DateField } from "../../ui/date-field.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useFirstField } from "../../ui/use-first-field.ts";
import classes from "./letters.module.css";

/** One day and one way for all; the numbers count up from the first, and each can be typed over. */
export function ManySent({
  letters,
  onDone,
}: {
  letters: readonly LetterRow[];
  onDone: (results: readonly LetterResult[]) => void;
}) {
  const { t } = useTranslation();
  const send = useSendLetters();
  const opened = useFirstField("first");
  const [first, setFirst] = useState("");
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [how, setHow] = useState("");
  const [day, setDay] = useState<string | null>(isoDay(Date.now()));
  const [due, setDue] = useState<string | null>(null);
  const [again, setAgain] = useState(false);
  const series = numberSeries(first, letters.length, (day ?? "").slice(0, 4));
  const papers = letters.map(({ id }, at) => typed[id] ?? series[at] ?? "");
  const ready = day !== null && papers.every(saysSomething);
  return (
    <form
      ref={opened}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (day === null || !ready) return;
        const body = {
          letters: letters.map(({ id, version }, at) => ({
            ...{ id, version },
            paper: (papers[at] ?? "").trim(),
          })),
          ...{ day, how: how.trim() || null, again },
          ...(due && { due }),
        };
        send.mutate(body, { onSuccess: ({ results }) => onDone(results) });
      }}
    >
      <TextInput
        size="xs"
        data-field="first"
        label={t("letters.many.first")}
        description={t("letters.many.firstHint")}
        maxLength={200}
        value={first}
        onChange={(event) => setFirst(event.currentTarget.value)}
      />
      <DayAndWay day={day} onDay={setDay} how={how} onHow={setHow} />
      <DateField label={t("letters.many.due")} value={due} clearable onChange={setDue} />
      <ul className={classes.numbers}>
        {letters.map((letter, at) => (
          <OwnNumber
            key={letter.id}
            letter={letter}
            value={papers[at] ?? ""}
            onChange={(paper) => setTyped({ ...typed, [letter.id]: paper })}
          />
        ))}
      </ul>
      <Checkbox
        size="xs"
        label={t("letters.again")}
        checked={again}
        onChange={(event) => setAgain(event.currentTarget.checked)}
      />
      <Button type="submit" variant="filled" disabled={!ready} loading={send.isPending}>
        {t("measures.sent.save")}
      </Button>
      {send.isError && <ProblemNotice error={send.error} />}
    </form>
  );
}

function OwnNumber(props: { letter: LetterRow; value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const { letter } = props;
  const name =
    letter.letter === null
      ? letter.id
      : t(`letters.${letterWord(letter.letter.kind, letter.claim)}`);
  const to = addresseeOf(letter, t("letters.centre"), useLanguage());
  const words = [name, to, letter.claim ?? letter.reports[0]].filter(Boolean).join(" · ");
  return (
    <li>
      <span>{words}</span>
      <TextInput
        size="xs"
        aria-label={`${t("measures.sent.paper")}: ${words}`}
        maxLength={200}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
    </li>
  );
}
