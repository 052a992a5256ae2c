import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import type { Claim } from "../../../contract/claims.ts";
import { saysSomething } from "../../../contract/clean-text.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import type {
  manyTexts,
  SharedText,
  SharedTexts,
  TextsOfClaim,
} from "../../../contract/many-texts.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useFirstField } from "../../ui/use-first-field.ts";
import { BothLanguages } from "./both-languages.tsx";
import dossier from "./dossier.module.css";
import classes from "./many-steps.module.css";
import { ManyTextsTable, type TextRow } from "./many-texts-table.tsx";
import {
  changesOf,
  fieldsOf,
  fieldsToWrite,
  NO_TEXTS,
  TEXT_NAMES,
  type TextName,
} from "./shared-texts.ts";

const MOST = {
  ...{ court: 300, circumstances: 10_000, whyNotSelf: 2_000, consent: 500, feeBasis: 500 },
} as const;

/**
 * Words that the drafts of a case share, typed once or taken from one of its claims. The table says
 * which drafts change; other words of a draft stay unless a person ticks them.
 */
export function ManyTextsForm(props: {
  drafts: readonly Claim[];
  texts: readonly TextsOfClaim[];
  /** So many claims have answered; null while nothing is at work. */
  progress: number | null;
  onWrite: (wanted: z.input<typeof manyTexts.write.body>) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { progress } = props;
  // What a colleague changes meanwhile is not written over: the form starts from what it showed.
  const [begun] = useState(props.texts);
  const opened = useFirstField("circumstances");
  const [typed, setTyped] = useState<SharedTexts>(NO_TEXTS);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [replaced, setReplaced] = useState<Readonly<Record<string, ReadonlySet<TextName>>>>({});
  const rows = props.drafts.flatMap((claim): TextRow[] => {
    const own = begun.find((one) => one.claim === claim.id);
    if (own === undefined) return [];
    const changes = changesOf(typed, own.texts);
    const over = replaced[claim.id] ?? new Set();
    const isChosen = !left.has(claim.id);
    const fields = isChosen ? fieldsToWrite(changes, over) : [];
    return [
      { claim, version: own.version, own: own.texts, changes, replaced: over, isChosen, fields },
    ];
  });
  const written = rows.filter(({ fields }) => fields.length > 0);
  const number = (value: number) => formatNumber(value, language);
  const set = (field: SharedText, text: string) => setTyped({ ...typed, [field]: text });
  const submit = () => {
    const texts = Object.fromEntries(
      Object.entries(typed).filter(([, text]) => saysSomething(text ?? "")),
    );
    const claims = written.map(({ claim: { id }, version, fields }) => ({
      ...{ id, version },
      fields: [...fields],
    }));
    props.onWrite({ texts, claims });
  };
  return (
    <form
      ref={opened}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (progress === null && written.length > 0) submit();
      }}
    >
      <TakenFrom texts={begun} onTake={setTyped} />
      <div className={dossier.form}>
        {TEXT_NAMES.map((name) =>
          name === "fee" ? (
            <NativeSelect
              key={name}
              label={t("dossier.written.fee")}
              data={(["", "pay", "exempt"] as const).map((value) => ({
                value,
                label: value === "" ? t("bulk.texts.asIs") : t(`dossier.fees.${value}`),
              }))}
              value={typed.fee ?? ""}
              onChange={(event) => {
                const { value } = event.currentTarget;
                setTyped({ ...typed, fee: value === "pay" || value === "exempt" ? value : null });
              }}
            />
          ) : (
            <BothLanguages
              key={name}
              names={
                fieldsOf(name) as readonly [Exclude<SharedText, "fee">, Exclude<SharedText, "fee">]
              }
              label={t(`dossier.written.${name}`)}
              values={typed}
              onChange={set}
              most={MOST[name]}
              minRows={name === "circumstances" ? 3 : 1}
            />
          ),
        )}
      </div>
      <ManyTextsTable
        rows={rows}
        onChoose={(ids, choose) => {
          const after = new Set(left);
          for (const id of ids) choose ? after.delete(id) : after.add(id);
          setLeft(after);
        }}
        onReplace={(id, name, replace) => {
          const after = new Set(replaced[id]);
          replace ? after.add(name) : after.delete(name);
          setReplaced({ ...replaced, [id]: after });
        }}
      />
      <div className={classes.actions}>
        <Button
          type="submit"
          variant="filled"
          disabled={written.length === 0}
          loading={progress !== null}
        >
          {t("bulk.texts.submit", { formatted: number(written.length) })}
        </Button>
        <span className={classes.note} role="status">
          {progress !== null &&
            t("bulk.steps.atWork", { done: number(progress), all: number(written.length) })}
        </span>
      </div>
    </form>
  );
}

/** Claims of the case that have words already: one of them fills the form. */
function TakenFrom({
  texts,
  onTake,
}: {
  texts: readonly TextsOfClaim[];
  onTake: (texts: SharedTexts) => void;
}) {
  const { t } = useTranslation();
  const [from, setFrom] = useState("");
  const written = texts.filter(({ texts: own }) =>
    Object.values(own).some((text) => text !== null),
  );
  if (written.length === 0) return null;
  return (
    <div className={classes.fields}>
      <NativeSelect
        size="xs"
        label={t("bulk.texts.from")}
        data={[{ value: "", label: t("bulk.texts.typed") }, ...written.map(({ claim }) => claim)]}
        value={from}
        onChange={(event) => {
          const claim = event.currentTarget.value;
          setFrom(claim);
          onTake(written.find((one) => one.claim === claim)?.texts ?? NO_TEXTS);
        }}
      />
    </div>
  );
}
