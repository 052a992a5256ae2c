import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useDistricts } from "../../data/measures.ts";

/** The districts of the register and of the cases; nothing where none was written down. */
export function DistrictField(props: {
  value: string | null;
  onChange: (district: string | null) => void;
}) {
  const { t } = useTranslation();
  const districts = useDistricts().data?.districts ?? [];
  if (districts.length === 0 && props.value === null) return null;
  return (
    <NativeSelect
      size="xs"
      label={t("measures.summary.district")}
      data={[{ value: "", label: t("measures.allDistricts") }, ...districts]}
      value={props.value ?? ""}
      onChange={(event) => props.onChange(event.currentTarget.value || null)}
    />
  );
}
