import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useRecordMeasure } from "../../data/measures.ts";
import { FormCard } from "../../ui/form-card.tsx";
import { emptyForm, MeasureInputs, useMeasureForm } from "./measure-form.tsx";

/** A measure that a person writes down. */
export function NewMeasure({ onDone }: { onDone: (id: string) => void }) {
  const { t } = useTranslation();
  const record = useRecordMeasure();
  const form = useMeasureForm(emptyForm());
  return (
    <FormCard
      className={undefined}
      error={record.error}
      onSubmit={() => {
        if (form.wanted !== null)
          record.mutate(form.wanted, { onSuccess: (made) => onDone(made.id) });
      }}
    >
      <MeasureInputs value={form.value} onChange={form.setValue} />
      <Button
        type="submit"
        variant="filled"
        disabled={form.wanted === null}
        loading={record.isPending}
      >
        {t("measures.save")}
      </Button>
    </FormCard>
  );
}
