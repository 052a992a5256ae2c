import { Button, FileInput, NativeSelect, TextInput } from "@mantine/core";
import { IconPaperclip } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type CaseFile, caseFiles } from "../../../contract/case-files.ts";
import type { Claim } from "../../../contract/claims.ts";
import { saysSomething } from "../../../contract/clean-text.ts";
import { formatDateTime } from "../../../contract/format/dates.ts";
import {
  caseFileAddress,
  useAddCaseFile,
  useCaseFiles,
  useRemoveCaseFile,
} from "../../data/case-files.ts";
import { useMay } from "../../data/permissions.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useActor } from "../../ui/use-actor.ts";
import { useNotify } from "../../ui/use-notify.ts";
import classes from "./dossier.module.css";
import { ReasonForm } from "./reason-form.tsx";

interface OfCase {
  readonly caseId: string;
  /** Of the case. */
  readonly version: number;
}

/** Files of a case with their hashes; one put in by mistake is taken out with a reason. */
export function CaseFiles({
  caseId,
  open,
  claims,
}: Pick<OfCase, "caseId"> & {
  /** A closed case takes nothing. */
  open: boolean;
  claims: readonly Claim[];
}) {
  const { t } = useTranslation();
  const query = useCaseFiles(caseId);
  const may = useMay(caseFiles.add) && open;
  const [chosen, setChosen] = useState<CaseFile | null>(null);
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return null;
  const { version, files } = query.data;
  return (
    <details className={classes.card}>
      <summary>
        {t("files.title")} · {files.filter((one) => one.removed === null).length}
      </summary>
      {files.length === 0 && <p className={classes.note}>{t("files.none")}</p>}
      <ul className={classes.list}>
        {files.map((file) => (
          <li key={file.id} className={classes.row}>
            <OneFile caseId={caseId} file={file} />
            {may && file.removed === null && (
              <Button
                size="compact-xs"
                aria-label={`${t("files.remove")}: ${file.name}`}
                aria-expanded={chosen?.id === file.id}
                onClick={() => setChosen(chosen?.id === file.id ? null : file)}
              >
                {t("files.remove")}
              </Button>
            )}
            {chosen?.id === file.id && (
              <div className={classes.under}>
                <RemoveFile
                  caseId={caseId}
                  version={version}
                  file={file}
                  onDone={() => setChosen(null)}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
      {may && <AddFile caseId={caseId} version={version} claims={claims} />}
    </details>
  );
}

function OneFile({ caseId, file }: { caseId: string; file: CaseFile }) {
  const { t } = useTranslation();
  const actor = useActor();
  const language = useLanguage();
  const { removed, claim, payment } = file;
  const of =
    payment !== null
      ? t("files.ofPayment", { payment })
      : claim !== null && t("files.ofClaim", { claim });
  const at = (instant: number) => formatDateTime(instant, language);
  return (
    <span className={classes.grow}>
      <a
        className={removed === null ? "" : classes.done}
        href={caseFileAddress(caseId, file.id)}
        download={file.name}
      >
        {file.name}
      </a>{" "}
      · {file.about}
      {of !== false && ` · ${of}`}
      <span className={classes.quiet}>
        {" "}
        · {t("files.by", { person: actor(file.by), date: at(file.at) })} · SHA-256{" "}
        <span title={file.sha256}>{file.sha256.slice(0, 16)}…</span>
      </span>
      {removed !== null && (
        <span className={classes.quiet}>
          {" "}
          {t("files.removed", { person: actor(removed.by), date: at(removed.at) })} {removed.reason}
        </span>
      )}
    </span>
  );
}

function AddFile({ caseId, version, claims }: OfCase & { claims: readonly Claim[] }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const add = useAddCaseFile(caseId, version);
  const [file, setFile] = useState<File | null>(null);
  const [about, setAbout] = useState("");
  const [claim, setClaim] = useState("");
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (file === null || !saysSomething(about)) return;
        add.mutate(
          { file, about, ...(claim !== "" && { claim }) },
          {
            onSuccess: () => {
              notify.done(t("files.added"));
              setFile(null);
              setAbout("");
            },
          },
        );
      }}
    >
      <FileInput
        label={t("files.file")}
        placeholder={t("files.choose")}
        leftSection={<IconPaperclip size={15} aria-hidden />}
        value={file}
        onChange={setFile}
      />
      <TextInput
        label={t("files.about")}
        maxLength={500}
        value={about}
        onChange={(event) => setAbout(event.currentTarget.value)}
      />
      <NativeSelect
        label={t("files.claim")}
        data={[
          { value: "", label: t("files.wholeCase") },
          ...claims.map(({ id }) => ({ value: id, label: t("files.ofClaim", { claim: id }) })),
        ]}
        value={claim}
        onChange={(event) => setClaim(event.currentTarget.value)}
      />
      <div className={classes.actions}>
        <Button
          type="submit"
          variant="filled"
          disabled={file === null || !saysSomething(about)}
          loading={add.isPending}
        >
          {t("files.add")}
        </Button>
      </div>
      {add.isError && <ProblemNotice error={add.error} />}
    </form>
  );
}

function RemoveFile({
  caseId,
  version,
  file,
  onDone,
}: OfCase & { file: CaseFile; onDone: () => void }) {
  const { t } = useTranslation();
  const remove = useRemoveCaseFile(caseId, version);
  const [reason, setReason] = useState("");
  return (
    <ReasonForm
      label={t("files.removeWhy", { name: file.name })}
      autoFocus
      reason={reason}
      onReason={setReason}
      onSubmit={(words) => remove.mutate({ file: file.id, reason: words }, { onSuccess: onDone })}
      submit={t("files.remove")}
      sending={remove.isPending}
    >
      {remove.isError && <ProblemNotice error={remove.error} />}
    </ReasonForm>
  );
}
