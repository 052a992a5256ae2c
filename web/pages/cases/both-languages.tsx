import { Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./dossier.module.css";

/** The same words for papers in Russian and in Kazakh, beside each other. */
export function BothLanguages<Field extends string>({
  names,
  label,
  values,
  onChange,
  most,
  minRows = 1,
  placeholders = ["", ""],
}: {
  /** The field as it came, and that in Kazakh. */
  names: readonly [Field, Field];
  label: string;
  values: Readonly<Record<Field, string | null>>;
  onChange: (field: Field, text: string) => void;
  most: number;
  minRows?: number;
  placeholders?: readonly [string, string];
}) {
  const { t } = useTranslation();
  return (
    <div className={classes.pair}>
      {names.map((field, at) => (
        <Textarea
          key={field}
          data-field={field}
          label={at === 0 ? label : t("dossier.inKazakh", { what: label })}
          autosize
          minRows={minRows}
          maxLength={most}
          placeholder={placeholders[at] ?? ""}
          value={values[field] ?? ""}
          onChange={(event) => onChange(field, event.currentTarget.value)}
        />
      ))}
    </div>
  );
}
