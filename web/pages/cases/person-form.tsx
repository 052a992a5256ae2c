import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  PARTY_IN_BOTH_LANGUAGES,
  type PersonFields,
  personRole,
} from "../../../contract/dossier.ts";
import { formatIsoDay } from "../../../contract/format/dates.ts";
import { birthDateOf } from "../../../contract/holder-number.ts";
import { useSavePerson } from "../../data/dossier.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { DateField } from "../../ui/date-field.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useFirstField } from "../../ui/use-first-field.ts";
import { useNotify } from "../../ui/use-notify.ts";
import { BothLanguages } from "./both-languages.tsx";
import classes from "./dossier.module.css";

const TEXTS = ["phone", "email", "known"] as const;
const WIDE: readonly string[] = ["known"];

/** One person of the case: what is known, and from where. */
export function PersonForm({
  caseId,
  version,
  id,
  person,
  first = "name",
  onDone,
}: {
  caseId: string;
  /** Of the case. */
  version: number;
  /** null = somebody new. */
  id: string | null;
  person: PersonFields;
  /** The field to begin with. */
  first?: keyof PersonFields;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const notify = useNotify();
  // The version that the form began with: a colleague's change since then is not written over.
  const [seen] = useState(version);
  const save = useSavePerson(caseId, seen);
  const shown = useFirstField(first);
  const [fields, setFields] = useState(person);
  const set = (change: Partial<PersonFields>) => setFields({ ...fields, ...change });
  const born = fields.iin === null ? null : birthDateOf(fields.iin);
  return (
    <form
      ref={shown}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(
          { id, person: fields },
          {
            onSuccess: () => {
              notify.done(t("dossier.saved"));
              onDone();
            },
          },
        );
      }}
    >
      <TextInput
        data-field="name"
        className={classes.name ?? ""}
        label={t("dossier.fields.name")}
        required
        withAsterisk={false}
        maxLength={200}
        value={fields.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label={t("dossier.fields.role")}
        data={personRole.options.map((role) => ({
          value: role,
          label: t(`dossier.roles.${role}`),
        }))}
        value={fields.role}
        onChange={(event) => set({ role: personRole.parse(event.currentTarget.value) })}
      />
      <TextInput
        data-field="iin"
        label={t("dossier.fields.iin")}
        maxLength={12}
        value={fields.iin ?? ""}
        onChange={(event) => {
          const iin = event.currentTarget.value;
          // The day of birth follows the number until a person writes another one.
          const follows = fields.birthDate === null || fields.birthDate === born;
          set({ iin, ...(follows ? { birthDate: birthDateOf(iin) } : {}) });
        }}
      />
      <DateField
        field="birthDate"
        label={t("dossier.fields.birthDate")}
        value={fields.birthDate}
        onChange={(birthDate) => set({ birthDate })}
        clearable
        {...(born !== null && fields.birthDate !== null && born !== fields.birthDate
          ? { error: t("dossier.fromIin", { date: formatIsoDay(born, language) }) }
          : {})}
      />
      {PARTY_IN_BOTH_LANGUAGES.map((names) => (
        <BothLanguages<(typeof names)[number]>
          key={names[0]}
          names={names}
          label={t(`dossier.fields.${names[0]}`)}
          values={fields}
          onChange={(field, text) => set({ [field]: text })}
          most={500}
        />
      ))}
      {TEXTS.map((field) => (
        <TextInput
          key={field}
          data-field={field}
          className={WIDE.includes(field) ? (classes.wide ?? "") : ""}
          label={t(`dossier.fields.${field}`)}
          maxLength={field === "phone" ? 40 : field === "email" ? 200 : 500}
          value={fields[field] ?? ""}
          onChange={(event) => set({ [field]: event.currentTarget.value })}
        />
      ))}
      <div className={classes.actions}>
        <Button type="submit" variant="filled" loading={save.isPending}>
          {t("dossier.save")}
        </Button>
        <Button onClick={onDone}>{t("dossier.cancel")}</Button>
      </div>
      {save.isError && <ProblemNotice error={save.error} />}
    </form>
  );
}
