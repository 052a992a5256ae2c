import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { formatIsoDay, isoDay } from "../../contract/format/dates.ts";
import { isUnsent, type Measure } from "../../contract/measures.ts";
import {
  addresseeOf,
  claimsOfLetter,
  type LetterRow,
  letterWord,
  standOf,
} from "../../contract/outgoing.ts";
import { useLanguage } from "../i18n/use-language.ts";
import classes from "../ui/deadline-list.module.css";
import { Money } from "../ui/money.tsx";
import { AnsweredLetter } from "./answered-letter.tsx";
import { ClaimLinks } from "./claim-links.tsx";
import { SentLetter } from "./sent-letter.tsx";

type Letter = Measure & Partial<Pick<LetterRow, "court">>;

/** Outgoing letters; each is marked as sent and answered here, and leads to its entry. */
export function LetterList({ letters }: { letters: readonly Letter[] }) {
  return (
    <ul className={classes.list}>
      {letters.map((letter) => (
        <Line key={letter.id} letter={letter} />
      ))}
    </ul>
  );
}

function Line({ letter }: { letter: Letter }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id, version, letter: facts, paper, due, amount, currency } = letter;
  const stand = standOf(letter, isoDay(Date.now()));
  const day = (text: string) => formatIsoDay(text, language);
  const to = addresseeOf(letter, t("letters.centre"), language);
  const claims = claimsOfLetter(letter);
  const said = [
    isUnsent(letter)
      ? null
      : [
          paper && t("letters.number", { number: paper }),
          t("letters.sentOn", { day: day(letter.day) }),
        ]
          .filter(Boolean)
          .join(", "),
    facts?.how,
    facts?.answered && t("letters.answered", { day: day(facts.answered.day) }),
    facts?.answered?.note,
    facts?.answered?.file,
  ].filter(Boolean);
  return (
    <li className={classes.line} data-past={stand === "overdue" || undefined}>
      <span className={classes.main}>
        <Link to={`/measures?open=${id}`} title={t("letters.history")}>
          {facts && t(`letters.${letterWord(facts.kind, letter.claim)}`)}
          {to && `: ${to}`}
        </Link>
        {said.length > 0 && <span className={classes.sub}>{said.join(" · ")}</span>}
        {letter.case !== null && claims.length > 1 ? (
          <span className={classes.sub}>
            <ClaimLinks caseId={letter.case} claims={claims} />
          </span>
        ) : letter.case !== null && claims[0] !== undefined ? (
          <Link className={classes.sub} to={`/cases/${letter.case}?claim=${claims[0]}`}>
            {t("letters.claim", { claim: claims[0] })}
          </Link>
        ) : (
          letter.reports[0] !== undefined && (
            <Link className={classes.sub} to={`/reports/${encodeURIComponent(letter.reports[0])}`}>
              {letter.reports[0]}
            </Link>
          )
        )}
      </span>
      {amount !== null && <Money amount={amount} currency={currency} />}
      <span className={classes.due}>
        {t(`letters.stands.${stand}`)}
        {due !== null && facts?.answered === null && (
          <span className={classes.sub}>
            {t(isUnsent(letter) ? "letters.sendBy" : "letters.due", { day: day(due) })}
          </span>
        )}
      </span>
      {letter.cancelled === null && isUnsent(letter) && (
        <SentLetter id={id} version={version} letter={letter.letter?.kind ?? null} />
      )}
      {letter.cancelled === null && !isUnsent(letter) && facts?.answered === null && (
        <AnsweredLetter letter={letter} />
      )}
    </li>
  );
}
