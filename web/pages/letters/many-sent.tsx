import { Button, Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { bankName } from "../../../contract/bank-names.ts";
import { saysSomething } from "../../../contract/clean-text.ts";
import { isoDay } from "../../../contract/format/dates.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { numberSeries } from "../../../contract/number-series.ts";
import { type LetterResult, type LetterRow, letterWord } from "../../../contract/outgoing.ts";
import { useNumbersGiven, useSendLetters } from "../../data/letters.ts";
import { DayAndWay } from "../../frame/day-and-way.tsx";
import { useLanguage } from "../../i18n/use-language.ts";
import { DateField } from "../../ui/date-field.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useFirstField } from "../../ui/use-first-field.ts";
import { useLetterName } from "./letter-name.ts";
import classes from "./letters.module.css";
import { type Taken, takenNumbers } from "./taken-numbers.ts";

/** One day and one way for all; the numbers count up from the first, and each can be typed over. */
export function ManySent({
  letters,
  onDone,
}: {
  letters: readonly LetterRow[];
  onDone: (results: readonly LetterResult[]) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const send = useSendLetters();
  const opened = useFirstField("first");
  const [first, setFirst] = useState("");
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [how, setHow] = useState("");
  const [day, setDay] = useState<string | null>(isoDay(Date.now()));
  const [due, setDue] = useState<string | null>(null);
  const [again, setAgain] = useState(false);
  const [outdated, setOutdated] = useState(false);
  const series = numberSeries(first, letters.length, (day ?? "").slice(0, 4));
  const papers = letters.map(({ id }, at) => typed[id] ?? series[at] ?? "");
  const given = useNumbersGiven(day?.slice(0, 4) ?? null);
  const taken = takenNumbers(letters, papers, given);
  const ready = day !== null && papers.every(saysSomething) && (again || taken.size === 0);
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
          ...{ day, how: how.trim() || null, again, outdated },
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
            taken={taken.get(letter.id) ?? null}
            onChange={(paper) => setTyped({ ...typed, [letter.id]: paper })}
          />
        ))}
      </ul>
      {(taken.size > 0 || again) && (
        <div className={classes.wide} role="status">
          <span className={classes.taken}>
            {t("letters.many.taken", { formatted: formatNumber(taken.size, language) })}
          </span>
          <Checkbox
            size="xs"
            label={t("letters.again")}
            checked={again}
            onChange={(event) => setAgain(event.currentTarget.checked)}
          />
        </div>
      )}
      <Checkbox
        size="xs"
        label={t("letters.outdated.many")}
        checked={outdated}
        onChange={(event) => setOutdated(event.currentTarget.checked)}
      />
      <Button type="submit" variant="filled" disabled={!ready} loading={send.isPending}>
        {t("measures.sent.save")}
      </Button>
      {send.isError && <ProblemNotice error={send.error} />}
    </form>
  );
}

function OwnNumber(props: {
  letter: LetterRow;
  value: string;
  /** The letter that has the number already. */
  taken: Taken | null;
  onChange: (value: string) => void;
}) {
  const { t } = useTranslation();
  const nameOf = useLetterName();
  const { letter, taken } = props;
  const words = nameOf(letter);
  return (
    <li>
      <span className={classes.letter} title={words}>
        {words}
      </span>
      <TextInput
        size="xs"
        aria-label={`${t("measures.sent.paper")}: ${words}`}
        maxLength={200}
        value={props.value}
        error={taken !== null}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
      {taken !== null && <TakenBy taken={taken} />}
    </li>
  );
}

function TakenBy({ taken: { letter, claim, bank } }: { taken: Taken }) {
  const { t } = useTranslation();
  const what = letter === null ? null : t(`letters.${letterWord(letter, claim)}`);
  const by = [what, bank && bankName(bank), claim].filter(Boolean).join(" · ");
  return <span className={classes.taken}>{t("letters.many.takenBy", { by })}</span>;
}
