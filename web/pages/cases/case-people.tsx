import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import {
  dossiers,
  type Elsewhere,
  NOBODY,
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

interface Chosen {
  readonly what: "edit" | "remove";
  readonly id: string | null;
  readonly person: PersonFields;
}

/** People of a case with their parts, notes and tasks, and who is in another case already. */
export function CasePeople({
  caseId,
  open,
}: {
  caseId: string;
  /** A closed case takes nothing. */
  open: boolean;
}) {
  const { t } = useTranslation();
  const query = usePeople(caseId);
  const may = useMay(dossiers.savePerson) && open;
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const isPlace = useIsPlace("tasks");
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return null;
  const { version, people, proposed, notes, elsewhere } = query.data;
  const edit = (id: string | null, person: PersonFields) => setChosen({ what: "edit", id, person });
  return (
    <>
      {elsewhere.length > 0 && <AlsoElsewhere found={elsewhere} />}
      <details className={classes.card} open={isPlace}>
        <summary>
          {t("dossier.people")} · {t("dossier.notes.title")}
        </summary>
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
                  <Button size="compact-xs" onClick={() => edit(person.id, person)}>
                    {t("dossier.change")}
                  </Button>
                  <Button
                    size="compact-xs"
                    onClick={() => setChosen({ what: "remove", id: person.id, person })}
                  >
                    {t("dossier.remove")}
                  </Button>
                </>
              )}
            </li>
          ))}
        </ul>
        {proposed.length > 0 && may && (
          <>
            <h3 className={classes.label}>{t("dossier.proposed")}</h3>
            <ul className={classes.list}>
              {proposed.map((person) => (
                <li key={`${person.role} ${person.holderKey}`} className={classes.row}>
                  <OnePerson person={person} />
                  <Button size="compact-xs" onClick={() => edit(null, person)}>
                    {t("dossier.write")}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
        {may && chosen === null && (
          <Button mt={10} onClick={() => edit(null, NOBODY)}>
            {t("dossier.add")}
          </Button>
        )}
        {chosen?.what === "edit" && (
          <PersonForm
            key={chosen.id ?? chosen.person.holderKey}
            caseId={caseId}
            version={version}
            id={chosen.id}
            person={fieldsOf(chosen.person)}
            onDone={() => setChosen(null)}
          />
        )}
        {chosen?.what === "remove" && chosen.id !== null && (
          <RemovePerson
            caseId={caseId}
            version={version}
            id={chosen.id}
            name={chosen.person.name}
            onDone={() => setChosen(null)}
          />
        )}
        <PlaceOnPage place="tasks">
          <CaseNotes caseId={caseId} version={version} notes={notes} may={may} />
        </PlaceOnPage>
      </details>
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
  id,
  name,
  onDone,
}: {
  caseId: string;
  version: number;
  id: string;
  name: string;
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
