import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type ClaimMethod, claimMethod } from "../../../contract/claims.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import {
  type BulkPlan,
  type PaperKind,
  paperKind,
  paperLanguage,
} from "../../../contract/papers.ts";
import { useBulk, useBulkPlan } from "../../data/bulk.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { LanguageSelect } from "../../ui/language-select.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Money } from "../../ui/money.tsx";
import { Card } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { usePaperLanguage } from "../../ui/use-document-language.ts";
import { useNotify } from "../../ui/use-notify.ts";
import classes from "./further-claims.module.css";
import { useSmallestClaim } from "./use-smallest-claim.ts";

const USUAL: readonly PaperKind[] = ["claim-statement", "calculation", "transfers-list", "demand"];

/**
 * Claims and documents for all droppers of a case in one step. First it is shown who is asked for
 * how much, what each claim lacks, and what lies below the smallest sum.
 */
export function BulkClaims({
  caseId,
  version,
  rule,
  onClose,
}: {
  caseId: string;
  /** Of the case. */
  version: number;
  /** The one rule of the case's claims; null where none needs one. */
  rule: ClaimMethod | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const notify = useNotify();
  const bulk = useBulk(caseId);
  const [method, setMethod] = useState<ClaimMethod>("direct");
  const [all, setAll] = useState(false);
  const [language, setLanguage] = usePaperLanguage();
  const { typed, setTyped, smallest: asked, keep } = useSmallestClaim();
  const [smallest] = useDebouncedValue(asked, 250);
  const plan = useBulkPlan(caseId, { method, smallest });
  const methods = claimMethod.options.filter(
    (one) => one === "direct" || rule === null || one === rule,
  );
  const named = (one: ClaimMethod) => (one === "direct" ? t("bulk.direct") : t(`rules.${one}`));
  const taken = (plan.data?.claims ?? []).filter((one) => !one.below);
  const submit = () => {
    keep();
    const kinds = [...(all ? paperKind.options : USUAL)];
    bulk.mutate(
      { version, method, smallest, kinds, language, formats: ["docx", "pdf"] },
      {
        onSuccess: (name) => {
          notify.done(t("bulk.done", { name }));
          onClose();
        },
      },
    );
  };
  return (
    <Card>
      <section aria-label={t("bulk.title")}>
        <h2 className={classes.title}>{t("bulk.title")}</h2>
        <div className={classes.row}>
          <NativeSelect
            label={t("bulk.method")}
            data={methods.map((value) => ({ value, label: named(value) }))}
            value={method}
            onChange={(event) => setMethod(claimMethod.parse(event.currentTarget.value))}
          />
          <TextInput
            label={t("cases.further.smallest")}
            inputMode="numeric"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <NativeSelect
            label={t("bulk.documents")}
            data={[
              { value: "usual", label: t("bulk.usual") },
              { value: "all", label: t("dossier.papers.all") },
            ]}
            value={all ? "all" : "usual"}
            onChange={(event) => setAll(event.currentTarget.value === "all")}
          />
          <LanguageSelect
            label={t("dossier.papers.language")}
            languages={paperLanguage.options}
            value={language}
            onChange={setLanguage}
          />
          <Button
            variant="filled"
            disabled={taken.length === 0 || smallest !== asked || plan.isFetching}
            loading={bulk.isPending}
            onClick={submit}
          >
            {t("bulk.submit")}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {t("common.cancel")}
          </Button>
        </div>
        {plan.isPending && <LoadingRows rows={3} />}
        {plan.isError && <ProblemNotice error={plan.error} />}
        {bulk.isError && <ProblemNotice error={bulk.error} />}
        {plan.data && <Plan plan={plan.data} />}
      </section>
    </Card>
  );
}

function Plan({ plan: { claims } }: { plan: BulkPlan }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const number = (count: number) => formatNumber(count, language);
  const below = claims.filter((one) => one.below).length;
  const taken = claims.length - below;
  return (
    <>
      <p className={classes.note} role="status">
        {taken === 0
          ? t("bulk.none")
          : t("bulk.plan", {
              count: taken,
              formatted: number(taken),
              fresh: number(claims.filter((one) => one.claim === null && !one.below).length),
              below: number(below),
            })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by keyboard */}
      <ul className={classes.list} tabIndex={0}>
        {claims.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that is never reordered
          <li key={index} className={classes.claim}>
            <OnePlanned one={one} />
          </li>
        ))}
      </ul>
    </>
  );
}

function OnePlanned({ one }: { one: BulkPlan["claims"][number] }) {
  const { t } = useTranslation();
  const name = ({ name: said, iin }: BulkPlan["claims"][number]["victim"]) =>
    said ?? iin ?? t("common.unknown");
  const lacks = one.missing.map((code) => t(`dossier.codes.${code}`)).join("; ");
  return (
    <>
      <span>
        {name(one.victim)} → {one.defendants.map(name).join(", ")} · {one.claim ?? t("bulk.fresh")}
        {one.status !== null && `, ${t(`cases.claimStatus.${one.status}`)}`}
        <span className={classes.lacks}>
          {one.below
            ? t("bulk.below")
            : lacks === ""
              ? t("bulk.ready")
              : t("bulk.lacks", { what: lacks })}
        </span>
      </span>
      <Money amount={one.amount} currency={one.currency} exact />
    </>
  );
}
