import { Button, Textarea } from "@mantine/core";
import { IconPlus, IconTable } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { csvFor, writeCsv } from "../../../../contract/csv.ts";
import { exploring } from "../../../../contract/exploring.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import { call } from "../../../api/call.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { ProblemNotice } from "../../../ui/problem-notice.tsx";
import { saveFile } from "../money/save-file.ts";
import shared from "../shared.module.css";
import { accountsIn, type PastedList, sortPasted } from "./pasted.ts";

/** The server takes so many numbers in one question. */
const AT_ONCE = 5_000;

async function besideData(all: readonly string[]): Promise<PastedList> {
  const known = new Set<string>();
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const accounts = all.slice(from, from + AT_ONCE);
    const answer = await call(exploring.known, { body: { accounts } });
    for (const number of answer.known) known.add(number);
  }
  return sortPasted(all, known);
}

/**
 * Account numbers out of any pasted text. Numbers that are not in the data, or are more than a
 * picture takes, are said before anything is added.
 */
export function PasteForm({ onAdd }: { onAdd: (accounts: readonly string[]) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [text, setText] = useState("");
  const accounts = accountsIn(text);
  const add = (taken: readonly string[]) => {
    onAdd(taken);
    setText("");
    ask.reset();
  };
  const ask = useMutation({
    mutationFn: besideData,
    onSuccess: ({ all, taken }) => {
      if (taken.length === all.length) add(taken);
    },
  });
  return (
    <form
      className={shared.form}
      style={{ marginTop: 0 }}
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate(accounts);
      }}
    >
      <Textarea
        label={t("explore.paste.label")}
        placeholder="KZ86601KZT3193768896"
        autosize
        minRows={3}
        maxRows={8}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          ask.reset();
        }}
      />
      {ask.isError && <ProblemNotice error={ask.error} />}
      {ask.data ? (
        <PastedResult list={ask.data} onAdd={add} />
      ) : (
        <Button
          type="submit"
          variant="filled"
          leftSection={<IconPlus size={15} />}
          loading={ask.isPending}
          disabled={accounts.length === 0}
        >
          {t("explore.paste.add", {
            count: accounts.length,
            formatted: formatNumber(accounts.length, language),
          })}
        </Button>
      )}
    </form>
  );
}

/** The part of the list that cannot be added, and the whole list as a table. */
function PastedResult({
  list,
  onAdd,
}: {
  list: PastedList;
  onAdd: (accounts: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = (numbers: readonly string[]) => ({
    count: numbers.length,
    formatted: formatNumber(numbers.length, language),
  });
  return (
    <>
      <div role="status" className={shared.soft}>
        {list.unknown.length > 0 && (
          <p style={{ margin: 0 }}>{t("explore.paste.unknown", words(list.unknown))}</p>
        )}
        {list.beyond.length > 0 && (
          <p style={{ margin: 0 }}>
            {t("explore.paste.beyond", {
              ...words(list.beyond),
              taken: formatNumber(list.taken.length, language),
            })}
          </p>
        )}
      </div>
      {list.unknown.length > 0 && (
        <Textarea
          label={t("explore.paste.unknownList")}
          readOnly
          autosize
          minRows={1}
          maxRows={4}
          value={list.unknown.join("\n")}
        />
      )}
      <Button
        leftSection={<IconTable size={15} />}
        onClick={() => saveFile("accounts.csv", pastedCsv(list, language))}
      >
        {t("explore.paste.table")}
      </Button>
      <Button
        variant="filled"
        leftSection={<IconPlus size={15} />}
        disabled={list.taken.length === 0}
        onClick={() => onAdd(list.taken)}
      >
        {t("explore.paste.add", words(list.taken))}
      </Button>
    </>
  );
}

/** Each pasted number, whether the data have it, and whether it is added to the picture. */
function pastedCsv(list: PastedList, language: ReturnType<typeof useLanguage>): string {
  const [taken, unknown] = [new Set(list.taken), new Set(list.unknown)];
  const rows = list.all.map((number) => [
    number,
    unknown.has(number) ? "no" : "yes",
    taken.has(number) ? "yes" : "no",
  ]);
  return writeCsv({ columns: ["account", "in_data", "in_picture"], rows }, csvFor(language));
}
