import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Provenance } from "../../../contract/loading.ts";
import { DateField } from "../../ui/date-field.tsx";
import classes from "./provenance-fields.module.css";

/** The request that files answer, its day and sanction, and who handed them over. */
export function ProvenanceFields({
  value,
  onChange,
}: {
  value: Provenance;
  onChange: (value: Provenance) => void;
}) {
  const { t } = useTranslation();
  const text = (key: "requestNumber" | "sanctionedBy" | "handedBy") => (
    <TextInput
      label={t(`load.provenance.${key}`)}
      maxLength={300}
      value={value[key] ?? ""}
      onChange={(event) => onChange({ ...value, [key]: event.currentTarget.value || null })}
    />
  );
  return (
    <div className={classes.fields}>
      {text("requestNumber")}
      <DateField
        clearable
        label={t("load.provenance.requestDate")}
        value={value.requestDate}
        onChange={(requestDate) => onChange({ ...value, requestDate })}
      />
      {text("sanctionedBy")}
      {text("handedBy")}
    </div>
  );
}
