import { NativeSelect, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DateField } from "../ui/date-field.tsx";
import { useAddressState } from "../ui/use-address-state.ts";
import classes from "./register-filters.module.css";

/** One of the lists to choose from; `name` is that of the filter in the address. */
export interface RegisterChoice {
  readonly name: string;
  readonly label: string;
  /** The words for "not chosen". */
  readonly all: string;
  readonly options: readonly (string | { readonly value: string; readonly label: string })[];
}

/** The filters of a register: words, lists to choose from, and days. They stand in the address. */
export function RegisterFilters(props: {
  search: { readonly label: string; readonly hint: string };
  choices: readonly RegisterChoice[];
  onChange: (name: string, value: string | null) => void;
}) {
  const { search, choices, onChange } = props;
  const { t } = useTranslation();
  const address = useAddressState();
  return (
    <div className={classes.filters}>
      <TextInput
        size="xs"
        className={classes.search ?? ""}
        label={search.label}
        placeholder={search.hint}
        maxLength={200}
        value={address.get("search") ?? ""}
        onChange={(event) => onChange("search", event.currentTarget.value)}
      />
      {choices.map(({ name, label, all, options }) => (
        <NativeSelect
          key={name}
          size="xs"
          label={label}
          data={[{ value: "", label: all }, ...options]}
          value={address.get(name) ?? ""}
          onChange={(event) => onChange(name, event.currentTarget.value)}
        />
      ))}
      {(["from", "until"] as const).map((name) => (
        <DateField
          key={name}
          label={t(`summary.${name}`)}
          value={address.get(name)}
          clearable
          onChange={(value) => onChange(name, value)}
        />
      ))}
    </div>
  );
}
