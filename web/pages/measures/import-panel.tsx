import { Button, FileButton, NativeSelect, TextInput } from "@mantine/core";
import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { measureKind } from "../../../contract/measures.ts";
import {
  type MeasureImport,
  measuresImport,
  type RecognisedMeasures,
} from "../../../contract/measures-import.ts";
import { addressOf } from "../../api/call.ts";
import { useImportMeasures, useUploadMeasures } from "../../data/measures.ts";
import type { measures as words } from "../../i18n/en/measures.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Card } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./measures.module.css";

/** A table of the office is chosen, its columns are looked through, and it is taken in. */
export function ImportPanel() {
  const { t } = useTranslation();
  const send = useUploadMeasures();
  const [done, setDone] = useState<MeasureImport | null>(null);
  return (
    <Card>
      <section aria-label={t("measures.import.title")}>
        <h2 className={classes.title}>{t("measures.import.title")}</h2>
        <p className={classes.note}>{t("measures.import.lead")}</p>
        <FileButton
          onChange={(file) => {
            setDone(null);
            if (file !== null) send.mutate(file);
          }}
        >
          {(props) => (
            <Button {...props} loading={send.isPending}>
              {t("measures.import.choose")}
            </Button>
          )}
        </FileButton>
        {send.isError && <ProblemNotice error={send.error} />}
        {send.data && done === null && (
          <Columns key={send.data.uploadId} found={send.data} onDone={setDone} />
        )}
        {done !== null && <Result done={done} words="result" />}
      </section>
    </Card>
  );
}

type Field = keyof typeof words.fields;

function Columns(props: { found: RecognisedMeasures; onDone: (done: MeasureImport) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { found } = props;
  const take = useImportMeasures(found.uploadId);
  const [mapping, setMapping] = useState<Record<string, string>>({});
  const [kind, setKind] = useState("");
  const [district, setDistrict] = useState("");
  const [saveAs, setSaveAs] = useState("");
  const chosen = measureKind.safeParse(kind);
  const body = {
    mapping,
    language,
    ...(chosen.success ? { kind: chosen.data } : {}),
    ...(district.trim() === "" ? {} : { district: district.trim() }),
    ...(saveAs.trim() === "" ? {} : { saveAs: saveAs.trim() }),
  };
  const checked = take.data && take.variables?.dryRun === true ? take.data : null;
  return (
    <>
      <p className={classes.note}>
        {t("measures.import.rows", {
          name: found.fileName,
          number: formatNumber(found.rows, language),
        })}
      </p>
      <NotUnderstood found={found} mapping={mapping} kind={kind} />
      <div className={classes.mapping}>
        {(["column", "meaning", "example"] as const).map((head) => (
          <span key={head} className={classes.mappingHead}>
            {t(`measures.import.${head}`)}
          </span>
        ))}
        {found.columns.map((column) => (
          <Fragment key={column.name}>
            <span title={column.name}>{column.name}</span>
            <NativeSelect
              size="xs"
              aria-label={`${t("measures.import.meaning")}: ${column.name}`}
              data={[
                { value: "", label: t("measures.import.leaveOut") },
                ...found.meanings.map((value) => ({
                  value,
                  label: t(`measures.fields.${value as Field}`),
                })),
              ]}
              value={mapping[column.name] ?? column.meaning ?? ""}
              onChange={(event) =>
                setMapping({ ...mapping, [column.name]: event.currentTarget.value })
              }
            />
            <span title={column.example}>{column.example}</span>
          </Fragment>
        ))}
      </div>
      <div className={classes.actions}>
        <NativeSelect
          size="xs"
          label={t("measures.import.kind")}
          data={[
            { value: "", label: t("measures.import.kindOfRow") },
            ...measureKind.options.map((value) => ({ value, label: t(`measures.kinds.${value}`) })),
          ]}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value)}
        />
        {(
          [
            ["district", district, setDistrict],
            ["saveAs", saveAs, setSaveAs],
          ] as const
        ).map(([name, value, set]) => (
          <TextInput
            key={name}
            size="xs"
            label={t(`measures.import.${name}`)}
            maxLength={80}
            value={value}
            onChange={(event) => set(event.currentTarget.value)}
          />
        ))}
        <Button loading={take.isPending} onClick={() => take.mutate({ ...body, dryRun: true })}>
          {t("measures.import.check")}
        </Button>
        <Button
          variant="filled"
          loading={take.isPending}
          onClick={() => take.mutate(body, { onSuccess: props.onDone })}
        >
          {t("measures.import.load")}
        </Button>
      </div>
      {checked && <Result done={checked} words="checked" />}
      {take.isError && <ProblemNotice error={take.error} />}
    </>
  );
}

/** Says which headings were not understood, and what the rows then lack. */
function NotUnderstood(props: {
  found: RecognisedMeasures;
  mapping: Readonly<Record<string, string>>;
  kind: string;
}) {
  const { t } = useTranslation();
  const { found, mapping, kind } = props;
  const columns = found.notUnderstood.filter((name) => mapping[name] === undefined);
  const means = (what: string) =>
    found.columns.some(({ name, meaning }) => (mapping[name] ?? meaning) === what);
  const lines = [
    ...(means("day") ? [] : [t("measures.import.noDay")]),
    ...(means("kind") || means("form") || kind !== "" || (means("address") && columns.length === 0)
      ? []
      : [t("measures.import.noKind")]),
    ...(columns.length === 0
      ? []
      : [t("measures.import.notUnderstood", { columns: columns.join(", ") })]),
  ];
  return lines.length === 0 ? null : (
    <p className={classes.note} role="status">
      {lines.join(" ")}
    </p>
  );
}

/** What came of a table, with the refused rows to correct. */
function Result({ done, words: which }: { done: MeasureImport; words: "result" | "checked" }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  return (
    <p className={classes.note} role="status">
      {t(`measures.import.${which}`, {
        read: number(done.read),
        loaded: number(done.loaded),
        duplicates: number(done.duplicates),
        rejected: number(done.rejected),
      })}{" "}
      {done.unjoined > 0 && <>{t("measures.unjoined.text", { number: number(done.unjoined) })} </>}
      {done.leftOut.length > 0 && (
        <>{t("measures.import.leftOut", { columns: done.leftOut.join(", ") })} </>
      )}
      {done.refused && (
        <a href={addressOf(measuresImport.refused, { params: { sha256: done.sha256 } })} download>
          {t("measures.import.refused")}
        </a>
      )}
    </p>
  );
}
