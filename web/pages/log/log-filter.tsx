import { Button, Select, TextInput } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { startOfDay } from "../../../contract/format/dates.ts";
import { actName } from "../../../contract/texts/act-names.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { DateField } from "../../ui/date-field.tsx";
import { useAddressState } from "../../ui/use-address-state.ts";
import { useNotify } from "../../ui/use-notify.ts";
import classes from "./log.module.css";

/** A field of words; its name in the address is its name in the catalogue. */
export type LogField = "who" | "target" | "whom" | "case";

const DAY = 86_400_000;

/** The days of the address as instants: from the start of the first to the end of the last. */
export function useLogDays(): { readonly from?: number; readonly until?: number } {
  const address = useAddressState();
  const from = startOfDay(address.get("from") ?? "");
  const until = startOfDay(address.get("until") ?? "");
  return {
    ...(from === null ? {} : { from }),
    ...(until === null ? {} : { until: until + DAY }),
  };
}

/**
 * Words and days to filter by. Words count once the form is sent, so that half a login asks
 * nothing.
 */
export function LogFilter(props: {
  fields: readonly LogField[];
  /** Acts or questions to choose one from, by their names. */
  acts: readonly string[];
  /** Words that are no part of the address, because they may name a person. */
  kept?: { readonly whom: string; readonly onWhom: (whom: string) => void };
  onSave: () => Promise<string>;
}) {
  const { t } = useTranslation();
  const address = useAddressState();
  const notify = useNotify();
  const kept = (field: LogField) => (field === "whom" ? props.kept?.whom : address.get(field));
  const [words, setWords] = useState(() =>
    Object.fromEntries(props.fields.map((field) => [field, kept(field) ?? ""])),
  );
  return (
    <form
      className={classes.filters}
      onSubmit={(event) => {
        event.preventDefault();
        const { whom = "", ...others } = words;
        address.set(Object.fromEntries(Object.entries(others).map(([a, b]) => [a, b.trim()])));
        props.kept?.onWhom(whom.trim());
      }}
    >
      {props.fields.map((field) => (
        <TextInput
          key={field}
          size="xs"
          label={t(`log.fields.${field}`)}
          maxLength={200}
          value={words[field] ?? ""}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setWords((before) => ({ ...before, [field]: value }));
          }}
        />
      ))}
      <ActField acts={props.acts} />
      {(["from", "until"] as const).map((name) => (
        <DateField
          key={name}
          label={t(`log.fields.${name}`)}
          value={address.get(name)}
          clearable
          onChange={(day) => address.set({ [name]: day }, { replace: true })}
        />
      ))}
      <Button type="submit" variant="filled">
        {t("log.find")}
      </Button>
      <Button
        leftSection={<IconDownload size={15} />}
        onClick={() => void props.onSave().catch(notify.failed)}
      >
        {t("log.save")}
      </Button>
    </form>
  );
}

/** One act or question, chosen by its words; the address has its name. */
function ActField({ acts }: { acts: readonly string[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const address = useAddressState();
  const inOrder = new Intl.Collator(language);
  const choices = acts
    .map((value) => ({ value, label: actName(value, language) }))
    .sort((a, b) => inOrder.compare(a.label, b.label));
  return (
    <Select
      size="xs"
      label={t("log.fields.what")}
      data={choices}
      value={address.get("what")}
      searchable
      clearable
      nothingFoundMessage={t("log.noSuchAct")}
      onChange={(what) => address.set({ what }, { replace: true })}
    />
  );
}
