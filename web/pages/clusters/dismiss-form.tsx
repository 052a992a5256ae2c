import { Select, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { saysSomething } from "../../../contract/clean-text.ts";
import type { ClusterRow, Verdict } from "../../../contract/detection.ts";
import { isoDay, startOfDay } from "../../../contract/format/dates.ts";
import { useDecide } from "../../data/clusters.ts";
import { DateField } from "../../ui/date-field.tsx";
import { DAY } from "../../ui/day.ts";
import { useNotify } from "../../ui/use-notify.ts";
import { ClusterForm } from "./cluster-form.tsx";

const CHOICES = ["snoozed", "known-good", "dismissed"] as const satisfies readonly Verdict[];

/** Dismissing needs a reason, and an end date unless it is for this run only. */
export function DismissForm({
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
  const decide = useDecide();
  const [verdict, setVerdict] = useState<(typeof CHOICES)[number]>("snoozed");
  const [reason, setReason] = useState("");
  const [until, setUntil] = useState<string | null>(isoDay(Date.now() + 30 * DAY));
  const [tried, setTried] = useState(false);
  const needsDate = verdict !== "dismissed";
  const end = startOfDay(until ?? "");
  const badDate = needsDate && (end === null || end <= Date.now());
  const submit = () => {
    setTried(true);
    if (!saysSomething(reason) || badDate) return;
    decide.mutate(
      {
        subject: "cluster",
        target: row.id,
        verdict,
        reason: reason.trim(),
        until: needsDate ? end : null,
        after: row.decision?.id ?? null,
      },
      {
        onSuccess: () => {
          notify.done(t("clusters.dismiss.done", { name }));
          onClose();
        },
      },
    );
  };
  return (
    <ClusterForm
      title={t("clusters.dismiss.title", { name })}
      submit={t("clusters.dismiss.submit")}
      busy={decide.isPending}
      error={decide.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Textarea
        label={t("clusters.dismiss.why")}
        placeholder={t("clusters.dismiss.whyHint")}
        autosize
        minRows={2}
        maxRows={6}
        data-autofocus
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={tried && !saysSomething(reason) ? t("clusters.dismiss.needReason") : undefined}
      />
      <Select
        label={t("clusters.dismiss.how")}
        value={verdict}
        data={CHOICES.map((choice) => ({ value: choice, label: t(`clusters.dismiss.${choice}`) }))}
        onChange={(value) => setVerdict(CHOICES.find((choice) => choice === value) ?? "snoozed")}
      />
      {needsDate && (
        <DateField
          label={t("clusters.dismiss.until")}
          value={until}
          min={isoDay(Date.now() + DAY)}
          onChange={setUntil}
          error={tried && badDate ? t("clusters.dismiss.needDate") : undefined}
        />
      )}
    </ClusterForm>
  );
}
