import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { isoDay } from "../../../contract/format/dates.ts";
import { majorUnits, parseTypedAmount } from "../../../contract/format/money.ts";
import {
  factStage,
  isSanctioned,
  type MeasureFields,
  type MeasureWanted,
  measureKind,
  preventionForm,
} from "../../../contract/measures.ts";
import { DateField } from "../../ui/date-field.tsx";
import { useChoices } from "./choices.ts";
import classes from "./measures.module.css";
import { TransferChoice } from "./transfer-choice.tsx";

/** Texts of the form as a person types them. */
export interface Typed {
  readonly kind: MeasureFields["kind"];
  readonly day: string | null;
  readonly due: string | null;
  readonly sanctionDay: string | null;
  readonly texts: Readonly<Partial<Record<TextField, string>>>;
}

const LINES = [
  ...(["amount", "currency", "count", "article", "address", "account", "bank", "case"] as const),
  ...(["claim", "transfer", "block", "paper", "sanction"] as const),
  ...(["file", "district"] as const),
];
type TextField = (typeof LINES)[number] | "form" | "stage" | "persons" | "reports" | "note";

/** What a kind of measure needs, and what it has no use for (server/measures/rules.ts). */
const NEEDED: Readonly<Partial<Record<MeasureFields["kind"], readonly TextField[]>>> = {
  block: ["amount"],
  return: ["amount"],
  "loan-suspended": ["amount"],
  "loan-stopped": ["amount"],
  fact: ["article", "stage"],
  prevention: ["form", "count"],
};
const ONLY_OF: Readonly<Partial<Record<TextField, readonly MeasureFields["kind"][]>>> = {
  article: ["fact"],
  stage: ["fact"],
  form: ["prevention"],
  address: ["site"],
  block: ["return"],
  sanction: measureKind.options.filter(isSanctioned),
  count: ["prevention", "site", "incident", "base-entry"],
};

const shows = (kind: MeasureFields["kind"], field: TextField) =>
  ONLY_OF[field]?.includes(kind) ?? true;

export function emptyForm(): Typed {
  return {
    kind: "block",
    day: isoDay(Date.now()),
    due: null,
    sanctionDay: null,
    texts: { currency: "KZT" },
  };
}

/** The form as it stands in the register. */
export function formOf(fields: MeasureFields): Typed {
  const lines = LINES.map((name) => [name, fields[name] === null ? "" : String(fields[name])]);
  return {
    kind: fields.kind,
    day: fields.day,
    due: fields.due,
    sanctionDay: fields.sanctionDay,
    texts: {
      ...Object.fromEntries(lines),
      amount: fields.amount === null ? "" : String(majorUnits(fields.amount, fields.currency)),
      form: fields.form ?? "",
      stage: fields.stage ?? "",
      note: fields.note ?? "",
      reports: fields.reports.join(", "),
      persons: fields.persons
        .map(({ name, iin }) => (iin === null ? name : `${name}, ${iin}`))
        .join("\n"),
    },
  };
}

/** What the form asks to be written down; null where something it needs is missing. */
export function wantedOf({ kind, day, due, sanctionDay, texts }: Typed): MeasureWanted | null {
  const text = (field: TextField) => (shows(kind, field) ? (texts[field] ?? "").trim() : "");
  const currency = text("currency").toUpperCase() || "KZT";
  const amount = text("amount") === "" ? null : parseTypedAmount(text("amount"), currency);
  const count = text("count") === "" ? null : Number(text("count").replace(/\s/g, ""));
  const lacks = (NEEDED[kind] ?? []).some((field) => text(field) === "");
  const unread =
    (text("amount") !== "" && amount === null) ||
    !/^[A-Z]{3}$/.test(currency) ||
    (count !== null && !(Number.isInteger(count) && count > 0));
  const site = kind === "site" && text("address") === "" && count === null;
  if (day === null || lacks || unread || site) return null;
  const rest = LINES.filter((name) => !["amount", "currency", "count"].includes(name));
  return {
    ...Object.fromEntries(rest.map((name) => [name, text(name)])),
    kind,
    day,
    due,
    sanctionDay: isSanctioned(kind) ? sanctionDay : null,
    currency,
    amount,
    count,
    form: preventionForm.safeParse(text("form")).data ?? null,
    stage: factStage.safeParse(text("stage")).data ?? null,
    note: text("note"),
    reports: text("reports")
      .split(/[,;\n]/)
      .map((one) => one.trim())
      .filter(Boolean),
    persons: text("persons").split("\n").flatMap(personIn),
  };
}

/** "Ахметова А., 850101300125": the number stands last. */
function personIn(line: string): { name: string; iin: string | null }[] {
  const iin = /(\d{12})\s*$/.exec(line)?.[1] ?? null;
  const name = line.replace(/[,;]?\s*\d{12}\s*$/, "").trim() || iin;
  return name === null || name === "" ? [] : [{ name, iin }];
}

const CHOICES = ["case", "claim", "account", "block"] as const;
const isChoice = (field: TextField) => CHOICES.some((one) => one === field);

/** Fields of a measure; those that the kind has no use for are not shown. */
export function MeasureInputs({
  value,
  onChange,
}: {
  value: Typed;
  onChange: (next: Typed) => void;
}) {
  const { t } = useTranslation();
  const { kind, texts } = value;
  const label = (field: TextField | "day" | "due" | "sanctionDay") => {
    const needed = (NEEDED[kind] ?? []).some((one) => one === field);
    const name = t(`measures.fields.${field}`);
    return needed ? `${name} (${t("measures.needed")})` : name;
  };
  const set = (field: TextField) => (event: { currentTarget: { value: string } }) =>
    onChange({ ...value, texts: { ...texts, [field]: event.currentTarget.value } });
  const choice = (field: "form" | "stage", options: readonly { value: string; label: string }[]) =>
    shows(kind, field) && (
      <NativeSelect
        size="xs"
        label={label(field)}
        data={[{ value: "", label: "" }, ...options]}
        value={texts[field] ?? ""}
        onChange={set(field)}
      />
    );
  const forms = preventionForm.options.map((one) => ({
    value: one,
    label: t(`measures.forms.${one}`),
  }));
  const stages = factStage.options.map((one) => ({
    value: one,
    label: t(`measures.stages.${one}`),
  }));
  const lines = useLongFields(value, set);
  const id = useId();
  const choices = useChoices({ case: texts.case ?? "", claim: texts.claim ?? "" });
  return (
    <div className={classes.fields}>
      <NativeSelect
        size="xs"
        label={t("measures.fields.kind")}
        data={measureKind.options.map((one) => ({ value: one, label: t(`measures.kinds.${one}`) }))}
        value={kind}
        onChange={(event) =>
          onChange({ ...value, kind: measureKind.parse(event.currentTarget.value) })
        }
      />
      <DateField
        label={label("day")}
        value={value.day}
        onChange={(day) => onChange({ ...value, day })}
      />
      {choice("form", forms)}
      {choice("stage", stages)}
      {LINES.filter((field) => shows(kind, field)).map((field) =>
        field === "transfer" ? (
          <TransferChoice
            key={field}
            texts={texts}
            onChange={(transfer) => onChange({ ...value, texts: { ...texts, transfer } })}
          />
        ) : (
          <TextInput
            key={field}
            size="xs"
            label={label(field)}
            maxLength={field === "address" ? 2_000 : 200}
            value={texts[field] ?? ""}
            onChange={set(field)}
            {...(field === "amount" ? { inputMode: "decimal" as const } : {})}
            {...(isChoice(field) ? { list: `${id}-${field}` } : {})}
          />
        ),
      )}
      {CHOICES.map((field) => (
        <datalist key={field} id={`${id}-${field}`}>
          {choices[field].map((one) => (
            <option key={one.value} value={one.value} label={one.label} />
          ))}
        </datalist>
      ))}
      {isSanctioned(kind) && (
        <DateField
          label={label("sanctionDay")}
          value={value.sanctionDay}
          clearable
          onChange={(sanctionDay) => onChange({ ...value, sanctionDay })}
        />
      )}
      <DateField
        label={label("due")}
        value={value.due}
        clearable
        onChange={(due) => onChange({ ...value, due })}
      />
      {lines}
    </div>
  );
}

function useLongFields(
  { texts }: Typed,
  set: (field: TextField) => (event: { currentTarget: { value: string } }) => void,
) {
  const { t } = useTranslation();
  const hints = {
    persons: t("measures.personsHint"),
    reports: t("measures.reportsHint"),
    note: "",
  };
  return (["persons", "reports", "note"] as const).map((field) => (
    <Textarea
      key={field}
      size="xs"
      className={field === "note" ? (classes.wide ?? "") : ""}
      label={t(`measures.fields.${field}`)}
      placeholder={hints[field]}
      autosize
      minRows={1}
      maxRows={6}
      maxLength={field === "note" ? 2_000 : 10_000}
      value={texts[field] ?? ""}
      onChange={set(field)}
    />
  ));
}

/** The state of a form. */
export function useMeasureForm(begin: Typed) {
  const [value, setValue] = useState<Typed>(begin);
  return { value, setValue, wanted: wantedOf(value) };
}
