import { Radio, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { ClusterRow } from "../../../contract/detection.ts";
import { useAddCluster, useCases, useCreateCase } from "../../data/cases.ts";
import { setOpenCase, useOpenCase } from "../../data/open-case.ts";
import { useNotify } from "../../ui/use-notify.ts";
import { ClusterForm } from "./cluster-form.tsx";
import classes from "./clusters.module.css";

/**
 * Puts the cluster into the open case, another case, or a new one; that case is the open one
 * afterwards.
 */
export function ToCaseForm({
  row,
  name,
  onClose,
}: {
  row: ClusterRow;
  name: string;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const notify = useNotify();
  const navigate = useNavigate();
  const open = useOpenCase();
  const list = useCases();
  const create = useCreateCase();
  const add = useAddCluster();
  const choices = (list.data?.cases ?? []).filter((item) => item.status === "open");
  const [chosen, setChosen] = useState<string | null>(open?.id ?? null);
  const [title, setTitle] = useState(row.lookFirstName ? `${row.lookFirstName}` : name);
  const [mode, setMode] = useState<"existing" | "fresh" | null>(null);
  const shown = mode ?? (open ? "existing" : "fresh");
  const target = choices.find((item) => item.id === (chosen ?? choices[0]?.id));
  const done = (id: string, caseTitle: string) => {
    setOpenCase({ id, title: caseTitle });
    notify.done(t("clusters.toCase.done", { name, title: caseTitle }));
    onClose();
    void navigate(`/cases/${encodeURIComponent(id)}`);
  };
  const submit = () => {
    if (shown === "fresh") {
      create.mutate(
        { title: title.trim(), cluster: row.id },
        { onSuccess: (made) => done(made.id, made.title) },
      );
    } else if (target) {
      add.mutate(
        { id: target.id, cluster: row.id },
        { onSuccess: () => done(target.id, target.title) },
      );
    }
  };
  return (
    <ClusterForm
      title={t("clusters.toCase.title", { name })}
      submit={t("clusters.toCase.submit")}
      busy={create.isPending || add.isPending}
      error={create.error ?? add.error}
      onSubmit={submit}
      onClose={onClose}
    >
      {choices.length > 0 && (
        <Radio.Group
          value={shown}
          onChange={(value) => setMode(value === "fresh" ? "fresh" : "existing")}
        >
          <div className={classes.chips}>
            <Radio size="xs" value="existing" label={t("clusters.toCase.existing")} />
            <Radio size="xs" value="fresh" label={t("clusters.toCase.fresh")} />
          </div>
        </Radio.Group>
      )}
      {shown === "existing" && choices.length > 0 ? (
        <Select
          aria-label={t("clusters.toCase.existing")}
          value={target?.id ?? null}
          data={choices.map((item) => ({ value: item.id, label: item.title }))}
          onChange={setChosen}
        />
      ) : (
        <TextInput
          label={t("clusters.toCase.newTitle")}
          autoFocus
          required
          withAsterisk={false}
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
      )}
    </ClusterForm>
  );
}
