import { Button, Textarea } from "@mantine/core";
import { IconPencilOff, IconSend } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { saysSomething } from "../../../contract/clean-text.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { KEPT_BACK, type LetterResult, type LetterRow } from "../../../contract/outgoing.ts";
import { useStrikeLetters } from "../../data/letters.ts";
import { ManyOutcome } from "../../frame/many-outcome.tsx";
import { useLanguage } from "../../i18n/use-language.ts";
import { Card } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useLetterName } from "./letter-name.ts";
import classes from "./letters.module.css";
import { ManySent } from "./many-sent.tsx";

/** The chosen letters are marked as sent, or struck out, together. */
export function ManyLetters(props: {
  letters: readonly LetterRow[];
  /** Letters that were done are chosen no more. */
  onDone: (ids: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { letters } = props;
  const [doing, setDoing] = useState<"sent" | "struck" | null>(null);
  const [outcome, setOutcome] = useState<readonly NamedResult[] | null>(null);
  const nameOf = useLetterName();
  const done = (results: readonly LetterResult[]) => {
    const names = new Map(letters.map((letter) => [letter.id, nameOf(letter)]));
    setOutcome(results.map((one) => ({ ...one, name: names.get(one.id) ?? one.id })));
    // The typed numbers stay where nothing was saved.
    if (results.some(({ problem }) => problem === null)) setDoing(null);
    props.onDone(results.filter(({ problem }) => problem === null).map(({ id }) => id));
  };
  const toggle = (what: "sent" | "struck") => setDoing(doing === what ? null : what);
  if (letters.length === 0 && outcome === null) return null;
  return (
    <div className={classes.many}>
      <Card>
        {outcome !== null && <Outcome results={outcome} onClose={() => setOutcome(null)} />}
        {letters.length > 0 && (
          <div className={classes.bar}>
            <strong>
              {t("letters.many.chosen", { formatted: formatNumber(letters.length, language) })}
            </strong>
            <Button
              leftSection={<IconSend size={15} aria-hidden />}
              aria-expanded={doing === "sent"}
              onClick={() => toggle("sent")}
            >
              {t("measures.sent.button")}
            </Button>
            <Button
              leftSection={<IconPencilOff size={15} aria-hidden />}
              aria-expanded={doing === "struck"}
              onClick={() => toggle("struck")}
            >
              {t("measures.cancel")}
            </Button>
          </div>
        )}
        {doing === "sent" && letters.length > 0 && <ManySent letters={letters} onDone={done} />}
        {doing === "struck" && letters.length > 0 && <Struck letters={letters} onDone={done} />}
      </Card>
    </div>
  );
}

interface NamedResult extends LetterResult {
  /** As a person calls the letter: it may be in the table no more. */
  readonly name: string;
}

/** So many letters were done; the others say why not. */
function Outcome(props: { results: readonly NamedResult[]; onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { results, onClose } = props;
  const refused = results.flatMap(({ id, name, problem }) =>
    problem === null || problem.code === KEPT_BACK ? [] : [{ names: [`${name} (${id})`], problem }],
  );
  const done = results.filter(({ problem }) => problem === null).length;
  const number = (value: number) => formatNumber(value, language);
  return (
    <div className={classes.outcome}>
      <ManyOutcome
        said={
          done === 0
            ? t("letters.many.nothing", {
                refused: number(refused.length),
                all: number(results.length),
              })
            : t("letters.many.done", { done: number(done), all: number(results.length) })
        }
        isDone={done > 0}
        refused={refused}
        onClose={onClose}
      />
    </div>
  );
}

function Struck({
  letters,
  onDone,
}: {
  letters: readonly LetterRow[];
  onDone: (results: readonly LetterResult[]) => void;
}) {
  const { t } = useTranslation();
  const strike = useStrikeLetters();
  const [reason, setReason] = useState("");
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!saysSomething(reason)) return;
        const seen = letters.map(({ id, version }) => ({ id, version }));
        strike.mutate({ letters: seen, reason }, { onSuccess: ({ results }) => onDone(results) });
      }}
    >
      <Textarea
        size="xs"
        className={classes.wide ?? ""}
        label={t("letters.many.reason")}
        autosize
        minRows={2}
        maxLength={2_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button
        type="submit"
        variant="filled"
        disabled={!saysSomething(reason)}
        loading={strike.isPending}
      >
        {t("measures.cancel")}
      </Button>
      {strike.isError && <ProblemNotice error={strike.error} />}
    </form>
  );
}
