import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Claim, ClaimToday } from "../../../contract/claims.ts";
import { saysSomething } from "../../../contract/clean-text.ts";
import { isoDay } from "../../../contract/format/dates.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import type { BeforeStep, ManyStep } from "../../../contract/many-steps.ts";
import { MAY } from "../../../contract/user-roles.ts";
import { useMay } from "../../data/permissions.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { DateField } from "../../ui/date-field.tsx";
import { useFirstField } from "../../ui/use-first-field.ts";
import { courtOf } from "./court-of.ts";
import { type Apart, numberOf, type Sent, sentOf, type Together } from "./many-step-facts.ts";
import classes from "./many-steps.module.css";
import { LackedByAll, ManyStepsTable, type StepRow } from "./many-steps-table.tsx";
import { ReasonField } from "./reason-form.tsx";
import { StepWarnings, useSecondPress } from "./second-press.tsx";
import { approvalOf, reasonOfApproval, useBlocked } from "./step-rules.ts";
import { type Blank, blanksOf, claimsWithOneNumber, stepWarnings } from "./step-warnings.ts";

/**
 * Claims to choose from with what each lacks, all chosen at first that can take the step, what the
 * step asks for once, and the step.
 */
export function ManyStepsForm(props: {
  status: ManyStep;
  claims: readonly Claim[];
  /** All claims of the case: a number may stand in one of them already. */
  all: readonly Claim[];
  today: readonly ClaimToday[];
  before: readonly BeforeStep[];
  /** So many claims have answered; null while nothing is at work. */
  progress: number | null;
  onTake: (claims: Sent[]) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { status, progress } = props;
  const opened = useFirstField("first");
  const [together, setTogether] = useState<Together>({
    ...{ how: "", day: isoDay(Date.now()), term: null, firstNumber: "", reason: "" },
  });
  const [apart, setApart] = useState<Readonly<Record<string, Apart>>>({});
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const rows = useRows(props, { together, apart, left });
  const chosen = rows.filter((row) => row.isChosen);
  const sent = chosen.map((row) => stepOf(status, row, together));
  const complete = sent.flatMap((one) => one ?? []);
  const needsReason = chosen.some((row) => row.needsReason);
  const warnings = stepWarnings(
    status,
    chosen.map(({ claim, reference, court, asks }) => ({
      claim,
      facts: { reference, court, ...(together.day !== null && { day: together.day }) },
      juvenile: asks?.proposedCourt?.juvenile,
    })),
    props.all,
  );
  const { press, isAsked } = useSecondPress(warnings);
  const number = (value: number) => formatNumber(value, language);
  const set = (typed: Partial<Together>) => setTogether({ ...together, ...typed });
  return (
    <form
      ref={opened}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        const isWhole = complete.length > 0 && complete.length === sent.length;
        const both = isAsked ? claimsWithOneNumber(warnings) : [];
        const wanted = complete.map((one) =>
          both.includes(one.id) ? { ...one, again: true } : one,
        );
        if (progress === null && isWhole && press()) props.onTake(wanted);
      }}
    >
      <Fields status={status} together={together} onChange={set} />
      <LackedByAll rows={rows} />
      <ManyStepsTable
        status={status}
        rows={rows}
        onChoose={(ids, choose) => {
          const after = new Set(left);
          for (const id of ids) choose ? after.delete(id) : after.add(id);
          setLeft(after);
        }}
        onApart={(id, typed) => setApart({ ...apart, [id]: { ...apart[id], ...typed } })}
      />
      {needsReason && (
        <ReasonField
          label={t(status === "approved" ? "bulk.steps.unready" : "bulk.steps.early")}
          placeholder={t("cases.claim.moveReasonHint")}
          reason={together.reason}
          onReason={(reason) => set({ reason })}
        />
      )}
      <StepWarnings warnings={warnings} isAsked={isAsked} />
      <div className={classes.actions}>
        <Button
          type="submit"
          variant="filled"
          disabled={complete.length === 0 || complete.length < sent.length}
          loading={progress !== null}
        >
          {t("bulk.steps.of", {
            step: t(`steps.action.${status}`),
            formatted: number(chosen.length),
          })}
        </Button>
        <span className={classes.note} role="status">
          {progress !== null &&
            t("bulk.steps.atWork", { done: number(progress), all: number(chosen.length) })}
          {progress === null && <Blanks blanks={blanksOf(status, chosen, together)} />}
        </span>
      </div>
    </form>
  );
}

/** The fields that are blank still, in which claims, and the way there. */
function Blanks({ blanks }: { blanks: readonly Blank[] }) {
  const { t } = useTranslation();
  if (blanks.length === 0) return null;
  const list = blanks.map(({ field, claims }) => {
    const name = field === "reason" ? t("bulk.steps.blankReason") : t(`steps.fact.of.${field}`);
    return claims.length === 0 ? name : `${name} (${claims.join(", ")})`;
  });
  return (
    <>
      {t("bulk.steps.blank", { list: list.join("; ") })}{" "}
      <Button
        variant="subtle"
        size="compact-xs"
        onClick={(event) => {
          const form = event.currentTarget.form;
          const field = form?.querySelector<HTMLElement>(placeOf(blanks[0]));
          field?.scrollIntoView({ block: "center" });
          field?.focus({ preventScroll: true });
        }}
      >
        {t("bulk.steps.toBlank")}
      </Button>
    </>
  );
}

/** Where the first blank field stands in the form. */
function placeOf(blank: Blank | undefined): string {
  if (blank?.field === "reason") return "textarea";
  const isDay = blank?.field === "day" || blank?.field === "term";
  return isDay ? `[data-field="${blank.field}"]` : "[data-blank]";
}

/** What the step asks for once, of all claims together. */
function Fields({
  status,
  together,
  onChange,
}: {
  status: ManyStep;
  together: Together;
  onChange: (typed: Partial<Together>) => void;
}) {
  const { t } = useTranslation();
  if (status === "review" || status === "approved") return null;
  const isDemand = status === "demand";
  return (
    <div className={classes.fields}>
      {isDemand && (
        <TextInput
          data-field="first"
          size="xs"
          label={t("steps.fact.of.how")}
          value={together.how}
          data-blank={together.how.trim() === "" || undefined}
          maxLength={300}
          onChange={(event) => onChange({ how: event.currentTarget.value })}
        />
      )}
      <DateField
        field="day"
        label={t("steps.fact.of.day")}
        value={together.day}
        onChange={(day) => onChange({ day })}
      />
      {isDemand && (
        <DateField
          field="term"
          label={t("steps.fact.of.term")}
          value={together.term}
          onChange={(term) => onChange({ term })}
        />
      )}
      {isDemand && (
        <TextInput
          size="xs"
          label={t("bulk.steps.firstNumber")}
          value={together.firstNumber}
          maxLength={300}
          onChange={(event) => onChange({ firstNumber: event.currentTarget.value })}
        />
      )}
    </div>
  );
}

/** The claims as the table shows them, with what was typed and what the page knows. */
function useRows(
  props: {
    readonly status: ManyStep;
    readonly claims: readonly Claim[];
    readonly today: readonly ClaimToday[];
    readonly before: readonly BeforeStep[];
  },
  typed: {
    readonly together: Together;
    readonly apart: Readonly<Record<string, Apart>>;
    readonly left: ReadonlySet<string>;
  },
): StepRow[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const blocked = useBlocked();
  const overrides = useMay({ access: MAY.approveUnready });
  const { status } = props;
  const { day, firstNumber } = typed.together;
  let place = 0;
  return props.claims.map((claim) => {
    const known = props.before.find((one) => one.claim === claim.id);
    const today = props.today.find((one) => one.claim === claim.id);
    const missing = known?.missing ?? [];
    const lacksApproval = status === "approved" && missing.length > 0;
    const next = claim.next.find((one) => one.status === status);
    const why =
      (next === undefined ? null : blocked(claim, next)) ??
      (lacksApproval && !overrides ? t("bulk.steps.headOnly") : null);
    const isChosen = why === null && !typed.left.has(claim.id);
    const own = typed.apart[claim.id];
    const counted = isChosen ? numberOf(firstNumber, place++, day) : "";
    const approved = approvalOf(claim, status);
    const isEarly = approved !== null && (day ?? approved) < approved;
    return {
      claim,
      missing,
      asks: known,
      isAccepted:
        approved !== null && missing.length > 0 && saysSomething(reasonOfApproval(claim) ?? ""),
      differs: today?.change != null && today.change.accepted === null,
      amount: (approved !== null && today?.outstanding) || claim.amount,
      why,
      isChosen,
      needsReason: isEarly || lacksApproval,
      court: own?.court ?? courtOf(known, known?.proposedCourt, language) ?? "",
      reference: own?.reference ?? (status === "demand" ? counted : ""),
    };
  });
}

/** What is sent of one claim; null while something is missing. */
function stepOf(status: ManyStep, row: StepRow, together: Together): Sent | null {
  if (status === "demand" || status === "filed") return sentOf(status, row, together);
  const { id, version } = row.claim;
  const reason = together.reason.trim();
  if (!row.needsReason) return { id, version };
  return saysSomething(reason) ? { id, version, reason } : null;
}
