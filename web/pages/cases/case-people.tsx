import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import {
  dossiers,
  type Elsewhere,
  NOBODY,
  type People,
  type Person,
  type PersonFields,
} from "../../../contract/dossier.ts";
import { formatAccount } from "../../../contract/format/accounts.ts";
import { formatIsoDay } from "../../../contract/format/dates.ts";
import { usePeople, useRemovePerson } from "../../data/dossier.ts";
import { useMay } from "../../data/permissions.ts";
import { WatchButton } from "../../frame/watch-button.tsx";
import { useLanguage } from "../../i18n/use-language.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { CaseNotes } from "./case-notes.tsx";
import classes from "./dossier.module.css";
import { PersonForm } from "./person-form.tsx";
import { PlaceOnPage, useIsPlace } from "./place.tsx";
import { ReasonForm } from "./reason-form.tsx";

/** So many proposed people stand in sight; more open with a click. */
const FEW = 5;

/**
 * What stands open: a form under a person of the list, under a proposed one, or of somebody new.
 */
interface Chosen {
  readonly what: "edit" | "remove";
  /** Id, holder key, or "new". */
  readonly key: string;
}
interface OfCase {
  readonly caseId: string;
  /** A closed case takes nothing. */
  readonly open: boolean;
}

/** People of a case with their parts, who is in another case already, notes and tasks. */
export function CasePeople({ caseId, open }: OfCase) {
  const { t } = useTranslation();
  const query = usePeople(caseId);
  const may = useMay(dossiers.savePerson) && open;
  const isPlace = useIsPlace("tasks");
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return null;
  const { version, people, notes, elsewhere } = query.data;
  const tasks = notes.filter((note) => note.due !== null && note.done === null).length;
  return (
    <>
      {elsewhere.length > 0 && <AlsoElsewhere found={elsewhere} />}
      <details className={classes.card}>
        <summary>
          {t("dossier.people")} · {people.length}
        </summary>
        <PeopleLists caseId={caseId} found={query.data} may={may} />
      </details>
      <PlaceOnPage place="tasks">
        <details className={classes.card} open={isPlace}>
          <summary>
            {t("dossier.notes.title")} · {notes.length}
            {tasks > 0 && (
              <span className={classes.quiet}>
                {" "}
                · {t("dossier.notes.open")}: {tasks}
              </span>
            )}
          </summary>
          <CaseNotes caseId={caseId} version={version} notes={notes} may={may} />
        </details>
      </PlaceOnPage>
    </>
  );
}

/** Those written down, and the parties of claims who are not yet. */
function PeopleLists({
  caseId,
  found: { version, people, proposed },
  may,
}: {
  caseId: string;
  found: People;
  may: boolean;
}) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const onDone = () => setChosen(null);
  const toggle = (what: Chosen["what"], key: string) =>
    setChosen(chosen?.what === what && chosen.key === key ? null : { what, key });
  const isOpen = (what: Chosen["what"], key: string) => chosen?.what === what && chosen.key === key;
  const form = (id: string | null, person: PersonFields) => (
    <div className={classes.under}>
      <PersonForm caseId={caseId} version={version} id={id} person={person} onDone={onDone} />
    </div>
  );
  return (
    <>
      {people.length === 0 && <p className={classes.note}>{t("dossier.none")}</p>}
      <ul className={classes.list}>
        {people.map((person) => (
          <li key={person.id} className={classes.row}>
            <OnePerson person={person} />
            {person.iin !== null && (
              <WatchButton kind="person" what={person.iin} title={person.name} />
            )}
            {may && (
              <>
                <Button
                  size="compact-xs"
                  aria-expanded={isOpen("edit", person.id)}
                  onClick={() => toggle("edit", person.id)}
                >
                  {t("dossier.change")}
                </Button>
                <Button
                  size="compact-xs"
                  aria-expanded={isOpen("remove", person.id)}
                  onClick={() => toggle("remove", person.id)}
                >
                  {t("dossier.remove")}
                </Button>
              </>
            )}
            {isOpen("edit", person.id) && form(person.id, fieldsOf(person))}
            {isOpen("remove", person.id) && (
              <div className={classes.under}>
                <RemovePerson caseId={caseId} version={version} person={person} onDone={onDone} />
              </div>
            )}
          </li>
        ))}
      </ul>
      {may && (
        <>
          <Button
            mt={10}
            aria-expanded={isOpen("edit", "new")}
            onClick={() => toggle("edit", "new")}
          >
            {t("dossier.add")}
          </Button>
          {isOpen("edit", "new") && form(null, NOBODY)}
        </>
      )}
      {proposed.length > 0 && may && (
        <details className={classes.further} open={proposed.length <= FEW}>
          <summary>
            {t("dossier.proposed")} · {proposed.length}
          </summary>
          <ul className={classes.list}>
            {proposed.map((person) => {
              const key = `${person.role} ${person.holderKey}`;
              return (
                <li key={key} className={classes.row}>
                  <OnePerson person={person} />
                  <Button
                    size="compact-xs"
                    aria-expanded={isOpen("edit", key)}
                    onClick={() => toggle("edit", key)}
                  >
                    {t("dossier.write")}
                  </Button>
                  {isOpen("edit", key) && form(null, person)}
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </>
  );
}

/** Without what the server adds to a person. */
function fieldsOf(person: PersonFields & Partial<Person>): PersonFields {
  const { id: _id, at: _at, by: _by, ...fields } = person;
  return fields;
}

function OnePerson({ person }: { person: PersonFields }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const said = [
    person.iin,
    person.birthDate === null ? null : formatIsoDay(person.birthDate, language),
    person.address,
    person.phone,
    person.email,
    person.representative,
    person.known,
  ].filter((one) => one !== null && one !== "");
  return (
    <span className={classes.grow}>
      <strong>{person.name || t("common.unknown")}</strong> · {t(`dossier.roles.${person.role}`)}
      {said.length > 0 && <span className={classes.quiet}> · {said.join(" · ")}</span>}
    </span>
  );
}

function RemovePerson({
  caseId,
  version,
  person: { id, name },
  onDone,
}: {
  caseId: string;
  version: number;
  person: Person;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const remove = useRemovePerson(caseId, version);
  const [reason, setReason] = useState("");
  return (
    <ReasonForm
      label={t("dossier.removeWhy", { name })}
      autoFocus
      reason={reason}
      onReason={setReason}
      onSubmit={(words) => remove.mutate({ id, reason: words }, { onSuccess: onDone })}
      submit={t("dossier.remove")}
      sending={remove.isPending}
    >
      {remove.isError && <ProblemNotice error={remove.error} />}
    </ReasonForm>
  );
}

/** Somebody else may already be working on the same people. */
function AlsoElsewhere({ found }: { found: readonly Elsewhere[] }) {
  const { t } = useTranslation();
  return (
    <section className={classes.card} aria-label={t("dossier.elsewhere")}>
      <strong>{t("dossier.elsewhere")}</strong>
      <ul className={classes.list}>
        {found.map((one) => (
          <li key={one.id} className={classes.row}>
            <span>
              {one.name ?? t("common.unknown")} ·{" "}
              {one.kind === "account" ? formatAccount(one.id) : one.id}
            </span>
            {one.cases.map(({ id, title }) => (
              <Link key={id} to={`/cases/${encodeURIComponent(id)}`}>
                {id} {title}
              </Link>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
