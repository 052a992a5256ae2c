import { Button, SegmentedControl, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { saysSomething } from "../../../../contract/clean-text.ts";
import type { Verdict } from "../../../../contract/detection.ts";
import { formatDate } from "../../../../contract/format/dates.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import { useDecide } from "../../../data/clusters.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { LoadingRows } from "../../../ui/loading-rows.tsx";
import { Section } from "../../../ui/panel.tsx";
import { ProblemNotice } from "../../../ui/problem-notice.tsx";
import { AgainstList, ReasonItem } from "../../../ui/reasons.tsx";
import { useActor } from "../../../ui/use-actor.ts";
import shared from "../shared.module.css";
import classes from "./card.module.css";
import { useFinding } from "./queries.ts";

const CHOICES = ["confirmed", "undecided", "dismissed"] as const satisfies readonly Verdict[];
const FIRST = 4;

/**
 * The reasons why the account stands out, in words with what else would explain it; what speaks
 * against; the person's own decision.
 */
export function FindingSection({ account, run }: { account: string; run: string | null }) {
  const { t } = useTranslation();
  const actor = useActor();
  const language = useLanguage();
  const query = useFinding(account, run);
  const [all, setAll] = useState(false);
  if (query.isError) {
    return (
      <Section title={t("explore.finding.title")}>
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      </Section>
    );
  }
  if (!query.data) return <LoadingRows rows={4} />;
  const found = query.data.finding;
  if (!found || found.reasons.length === 0) {
    return (
      <Section title={t("explore.finding.title")}>
        <p className={shared.soft}>{t("explore.finding.nothing")}</p>
      </Section>
    );
  }
  const reasons = [...found.reasons].sort((a, b) => b.points - a.points);
  return (
    <Section
      title={t("explore.finding.title")}
      note={
        <span className={classes.score} title={t("clusters.pointsHint")}>
          <span className={classes.scoreTrack}>
            <span
              className={classes.scoreFill}
              style={{ display: "block", width: `${Math.round(found.score * 100)}%` }}
            />
          </span>
          {formatNumber(found.score, language, 2, true)}
        </span>
      }
    >
      <ul className={classes.reasons}>
        {reasons.slice(0, all ? undefined : FIRST).map((reason) => (
          <ReasonItem key={reason.code} reason={{ ...reason, account }} />
        ))}
      </ul>
      {reasons.length > FIRST && !all && (
        <button type="button" className={shared.linkButton} onClick={() => setAll(true)}>
          {t("explore.finding.more", {
            count: reasons.length - FIRST,
            formatted: formatNumber(reasons.length - FIRST, language),
          })}
        </button>
      )}
      {found.against.length > 0 && (
        <div style={{ marginTop: 10 }}>
          <p className={shared.soft} style={{ fontWeight: 560 }}>
            {t("explore.finding.against")}
          </p>
          <div className={shared.soft}>
            <AgainstList against={found.against} />
          </div>
        </div>
      )}
      <Decide
        key={account}
        account={account}
        after={found.decision?.id ?? null}
        verdict={found.decision?.verdict ?? "undecided"}
        note={
          found.decision
            ? t("explore.finding.decided", {
                person: actor(found.decision.decidedBy),
                date: formatDate(found.decision.decidedAt, language),
                reason: found.decision.reason,
              })
            : null
        }
      />
    </Section>
  );
}

/** Confirm, leave open or dismiss; the first and the last need a reason, which is kept. */
function Decide({
  account,
  after,
  verdict,
  note,
}: {
  account: string;
  /** The decision shown, by its id. */
  after: string | null;
  verdict: Verdict;
  note: string | null;
}) {
  const { t } = useTranslation();
  const decide = useDecide();
  const [wanted, setWanted] = useState<(typeof CHOICES)[number] | null>(null);
  const [reason, setReason] = useState("");
  const shown = wanted ?? CHOICES.find((choice) => choice === verdict) ?? "undecided";
  const send = (choice: (typeof CHOICES)[number], why: string) =>
    decide.mutate(
      { subject: "account", target: account, verdict: choice, reason: why, after },
      {
        onSuccess: () => {
          setWanted(null);
          setReason("");
        },
      },
    );
  return (
    <div className={classes.verdict}>
      <SegmentedControl
        fullWidth
        aria-label={t("explore.finding.decision")}
        value={shown}
        data={CHOICES.map((choice) => ({ value: choice, label: t(`explore.finding.${choice}`) }))}
        onChange={(value) => {
          const choice = CHOICES.find((known) => known === value) ?? "undecided";
          if (choice === "undecided") {
            setWanted(null);
            if (verdict !== "undecided") send("undecided", t("explore.finding.backReason"));
          } else setWanted(choice === verdict ? null : choice);
        }}
      />
      {decide.isError && <ProblemNotice error={decide.error} />}
      {note && wanted === null && <p className={shared.soft}>{note}</p>}
      {wanted && (
        <form
          className={shared.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (saysSomething(reason)) send(wanted, reason.trim());
          }}
        >
          <Textarea
            autoFocus
            autosize
            minRows={2}
            maxRows={6}
            label={t("explore.finding.why")}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <div className={shared.formActions}>
            <Button variant="subtle" onClick={() => setWanted(null)}>
              {t("common.cancel")}
            </Button>
            <Button
              type="submit"
              variant="filled"
              loading={decide.isPending}
              disabled={!saysSomething(reason)}
            >
              {t(`explore.finding.${wanted}`)}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
