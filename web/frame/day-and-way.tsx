import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DateField } from "../ui/date-field.tsx";

/** On which day and in which way letters left. */
export function DayAndWay(props: {
  day: string | null;
  onDay: (day: string | null) => void;
  how: string;
  onHow: (how: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <DateField label={t("measures.sent.day")} value={props.day} onChange={props.onDay} />
      <TextInput
        size="xs"
        label={t("measures.sent.how")}
        placeholder={t("measures.sent.howHint")}
        maxLength={300}
        value={props.how}
        onChange={(event) => props.onHow(event.currentTarget.value)}
      />
    </>
  );
}
