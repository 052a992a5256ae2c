import { NativeSelect, type NativeSelectProps } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { DocumentLanguage } from "../../contract/document-language.ts";

/** The language of what is made: one of those that it is written in. */
export function LanguageSelect<Language extends DocumentLanguage>({
  languages,
  value,
  onChange,
  ...look
}: {
  readonly languages: readonly Language[];
  readonly value: Language;
  readonly onChange: (language: Language) => void;
} & Pick<NativeSelectProps, "size" | "label">) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      {...look}
      data={languages.map((one) => ({ value: one, label: t(`cases.languages.${one}`) }))}
      value={value}
      onChange={(event) => {
        const chosen = languages.find((one) => one === event.currentTarget.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    />
  );
}
