import { Button, Checkbox } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { formatIsoDay, isoDay } from "../../../contract/format/dates.ts";
import { isUnsent, measures } from "../../../contract/measures.ts";
import {
  addresseeOf,
  claimsOfLetter,
  type LetterRow,
  letterWord,
  outgoing,
  standOf,
} from "../../../contract/outgoing.ts";
import { caseFileAddress } from "../../data/case-files.ts";
import { useMay } from "../../data/permissions.ts";
import { AnswerForm } from "../../frame/answered-letter.tsx";
import { AsSent } from "../../frame/as-sent.tsx";
import { ClaimLinks } from "../../frame/claim-links.tsx";
import { SentForm } from "../../frame/sent-letter.tsx";
import { useLanguage } from "../../i18n/use-language.ts";
import { Money } from "../../ui/money.tsx";
import classes from "./letters.module.css";
import { isOpen, partiesOf } from "./sorted-letters.ts";

/**
 * One letter of the table; it is marked as sent, and its answer is written down, below its line.
 */
export function LetterLine(props: {
  letter: LetterRow;
  /** Two columns share one. */
  narrow: boolean;
  /** null = the person may mark none. */
  chosen: boolean | null;
  onChoose: (choose: boolean) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { letter, narrow, chosen } = props;
  const [doing, setDoing] = useState(false);
  const { id, paper, letter: facts, amount, currency, due } = letter;
  const stand = standOf(letter, isoDay(Date.now()));
  const dueWords = (text: string) => {
    const day = formatIsoDay(text, language);
    return narrow ? t("letters.due", { day }) : day;
  };
  const name = facts === null ? id : t(`letters.${letterWord(facts.kind, letter.claim)}`);
  const action = useAction(letter);
  return (
    <>
      <tr data-stand={stand} data-on={chosen || undefined}>
        {chosen !== null && (
          <td className={classes.tick}>
            {isOpen(letter) && (
              <Checkbox
                size="xs"
                aria-label={`${name}, ${id}`}
                checked={chosen}
                onChange={(event) => props.onChoose(event.currentTarget.checked)}
              />
            )}
          </td>
        )}
        <Cells
          narrow={narrow}
          names={[classes.number, classes.day]}
          first={paper}
          second={<Day letter={letter} />}
        />
        <Cells
          narrow={narrow}
          names={[classes.kind, classes.to]}
          first={
            <>
              <Link to={`/measures?open=${id}`} title={t("letters.history")}>
                {name}
              </Link>
              <Languages letter={letter} />
            </>
          }
          second={addresseeOf(letter, t("letters.centre"), language)}
        />
        <Cells
          narrow={narrow}
          names={[classes.parties, classes.about]}
          first={partiesOf(letter)}
          second={<About letter={letter} />}
        />
        <td className={classes.sum}>
          {amount !== null && <Money amount={amount} currency={currency} exact />}
        </td>
        <Cells
          narrow={narrow}
          names={[classes.state, classes.day]}
          first={
            <>
              <span className={classes.stand}>{t(`letters.stands.${stand}`)}</span>
              <Answer letter={letter} />
            </>
          }
          second={due !== null && facts?.answered === null && !isUnsent(letter) && dueWords(due)}
        />
        <td className={classes.act}>
          <div className={classes.acts}>
            {action !== null && (
              <Button
                size="compact-sm"
                aria-expanded={doing}
                aria-label={`${action}: ${name}, ${id}`}
                onClick={() => setDoing(!doing)}
              >
                {action}
              </Button>
            )}
            {!isUnsent(letter) && (
              <AsSent
                id={id}
                letter={facts?.kind ?? null}
                claim={letter.claim}
                report={letter.reports[0]}
              />
            )}
          </div>
        </td>
      </tr>
      {doing && action !== null && (
        <tr className={classes.below}>
          <td colSpan={(narrow ? 6 : 10) + (chosen === null ? 0 : 1)}>
            {isUnsent(letter) ? (
              <SentForm
                id={id}
                version={letter.version}
                letter={facts?.kind ?? null}
                onDone={() => setDoing(false)}
              />
            ) : (
              <AnswerForm letter={letter} onDone={() => setDoing(false)} />
            )}
          </td>
        </tr>
      )}
    </>
  );
}

/** Two cells of the line; on a narrow screen the second stands below the first, in one cell. */
function Cells(props: {
  narrow: boolean;
  /** Of the cells, first and second. */
  names?: readonly (string | undefined)[];
  first: ReactNode;
  second: ReactNode;
}) {
  const { narrow, names = [], first, second } = props;
  if (!narrow)
    return (
      <>
        <td className={names[0]}>{first}</td>
        <td className={names[1]}>{second}</td>
      </>
    );
  return (
    <td className={names[0]}>
      {first}
      <div className={[classes.second, names[1]].filter(Boolean).join(" ")}>{second}</div>
    </td>
  );
}

/** The day on which the letter was made, or left, and the way it went. */
function Day({ letter }: { letter: LetterRow }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const day = formatIsoDay(letter.day, language);
  return (
    <>
      {isUnsent(letter) ? (
        <span className={classes.quiet}>{t("letters.madeOn", { day })}</span>
      ) : (
        day
      )}
      {letter.letter?.how && <span className={classes.sub}>{letter.letter.how}</span>}
    </>
  );
}

/** What a person may do with the letter; null = nothing. */
function useAction(letter: LetterRow): string | null {
  const { t } = useTranslation();
  const maySend = useMay(measures.sent);
  const mayAnswer = useMay(outgoing.answered);
  if (letter.cancelled !== null || letter.letter?.answered) return null;
  if (isUnsent(letter)) return maySend ? t("measures.sent.button") : null;
  return mayAnswer ? t("letters.answer") : null;
}

/** Languages that the letter was made in. */
function Languages({ letter: { letter } }: { letter: LetterRow }) {
  const { t } = useTranslation();
  if (letter === null || letter.languages.length === 0) return null;
  const names = letter.languages.map((one) => t(`letters.languages.${one}`));
  return <span className={classes.sub}>{names.join(", ")}</span>;
}

/** The claims that the letter is about, else the crime report. */
function About({ letter }: { letter: LetterRow }) {
  const { case: caseId, reports } = letter;
  const [report] = reports;
  const claims = claimsOfLetter(letter);
  if (caseId !== null && claims.length > 0) return <ClaimLinks caseId={caseId} claims={claims} />;
  if (report === undefined) return null;
  return <Link to={`/reports/${encodeURIComponent(report)}`}>{report}</Link>;
}

/** The day of the answer, what it says, and its file. */
function Answer({ letter }: { letter: LetterRow }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const answered = letter.letter?.answered;
  if (!answered) return null;
  const { day, note, file, fileId } = answered;
  return (
    <span className={classes.sub}>
      {[t("letters.answered", { day: formatIsoDay(day, language) }), note]
        .filter(Boolean)
        .join(" · ")}
      {file !== null && " · "}
      {file !== null && fileId !== null && letter.case !== null ? (
        <a href={caseFileAddress(letter.case, fileId)} download={file}>
          {file}
        </a>
      ) : (
        file
      )}
    </span>
  );
}
