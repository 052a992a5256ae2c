import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type ClaimMethod, claimMethod } from "../../../contract/claims.ts";
import { formatMoney } from "../../../contract/format/money.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import {
  type BulkPlan,
  type PaperKind,
  paperKind,
  paperLanguage,
} from "../../../contract/papers.ts";
import { sumByCurrency } from "../../../contract/sums.ts";
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
import { UnclaimedLoss } from "./not-claimed.tsx";
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
  const [together, setTogether] = useState(true);
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const [language, setLanguage] = usePaperLanguage();
  const { typed, setTyped, smallest: asked, keep } = useSmallestClaim();
  const [smallest] = useDebouncedValue(asked, 250);
  const plan = useBulkPlan(caseId, { method, smallest });
  const methods = claimMethod.options.filter(
    (one) => one === "direct" || rule === null || one === rule,
  );
  const named = (one: ClaimMethod) => (one === "direct" ? t("bulk.direct") : t(`rules.${one}`));
  const taken = (plan.data?.claims ?? []).filter((one) => isTaken(one, without));
  const submit = () => {
    keep();
    const kinds = [...(all ? paperKind.options : USUAL)];
    bulk.mutate(
      {
        ...{ version, method, smallest, kinds, language, together },
        ...{ formats: ["docx", "pdf"], without: [...without] },
      },
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
          {all && (
            <Checkbox
              label={t("bulk.together")}
              description={t("bulk.togetherHint")}
              checked={together}
              onChange={(event) => setTogether(event.currentTarget.checked)}
            />
          )}
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
        {plan.data && (
          <Plan
            plan={plan.data}
            without={without}
            onTick={(claim, isTicked) => {
              const others = [...without].filter((one) => one !== claim);
              setWithout(new Set(isTicked ? others : [...others, claim]));
            }}
          />
        )}
        {plan.data && <UnclaimedLoss caseId={caseId} opening={method === "direct"} />}
      </section>
    </Card>
  );
}

type Planned = BulkPlan["claims"][number];

/** Papers are made of it: it is neither below the smallest sum nor decided, and still ticked. */
function isTaken({ claim, below, decided }: Planned, without: ReadonlySet<string>): boolean {
  return !below && !decided && !without.has(claim ?? "");
}

/** The number of claims with their sum, what is left out, and what is missing, each named once. */
function Plan({
  plan: { claims },
  without,
  onTick,
}: {
  plan: BulkPlan;
  /** Claims that the person took the tick from. */
  without: ReadonlySet<string>;
  onTick: (claim: string, isTicked: boolean) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const number = (count: number) => formatNumber(count, language);
  const taken = claims.filter((one) => isTaken(one, without));
  const decided = claims.filter((one) => one.decided);
  const below = claims.filter((one) => one.below && !one.decided);
  const count = (some: readonly Planned[]) => ({
    count: some.length,
    formatted: number(some.length),
    sum: sumByCurrency(some)
      .map(({ amount, currency }) => formatMoney(amount, currency, language, true))
      .join(", "),
  });
  return (
    <>
      <p className={classes.total} role="status">
        {taken.length === 0
          ? t("bulk.none")
          : t("bulk.plan", {
              ...count(taken),
              fresh: number(taken.filter((one) => one.claim === null).length),
            })}
      </p>
      {decided.length > 0 && (
        <p className={classes.note}>
          {t("bulk.decided", {
            ...count(decided),
            list: decided.flatMap((one) => one.claim ?? []).join(", "),
          })}
        </p>
      )}
      {below.length > 0 && (
        <p className={classes.warning}>
          {t("bulk.leftOut", count(below))}
          {below.some((one) => one.claim !== null) &&
            ` ${t("bulk.leftOutOpen", {
              list: below.flatMap((one) => one.claim ?? []).join(", "),
            })}`}
        </p>
      )}
      <Missing claims={taken} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by keyboard */}
      <ul className={classes.list} tabIndex={0}>
        {claims.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that is never reordered
          <li key={index} className={classes.claim}>
            <Tick claim={one} without={without} onTick={onTick} />
            <OnePlanned one={one} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Each thing that the court would miss, once, with the number of claims that lack it. */
function Missing({ claims }: { claims: readonly Planned[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const codes = [...new Set(claims.flatMap((one) => one.missing))];
  if (codes.length === 0) return null;
  const words = codes.map((code) => {
    const lacking = claims.filter((one) => one.missing.includes(code)).length;
    const name = t(`dossier.codes.${code}`);
    return lacking === claims.length ? name : `${name} (${formatNumber(lacking, language)})`;
  });
  return <p className={classes.note}>{t("bulk.missing", { list: words.join("; ") })}</p>;
}

/** A claim that stands gets no papers without its tick; a new one is opened with the others. */
function Tick(props: {
  claim: Planned;
  without: ReadonlySet<string>;
  onTick: (claim: string, isTicked: boolean) => void;
}) {
  const { t } = useTranslation();
  const { claim } = props.claim;
  const isOpen = claim !== null && isTaken(props.claim, new Set());
  return (
    <Checkbox
      size="xs"
      aria-label={claim ?? t("bulk.fresh")}
      disabled={!isOpen}
      checked={isTaken(props.claim, props.without)}
      onChange={(event) => claim !== null && props.onTick(claim, event.currentTarget.checked)}
    />
  );
}

function OnePlanned({ one }: { one: Planned }) {
  const { t } = useTranslation();
  const name = ({ name: said, iin }: Planned["victim"]) => said ?? iin ?? t("common.unknown");
  const lacks = one.missing.length;
  return (
    <>
      <span>
        {name(one.victim)} → {one.defendants.map(name).join(", ")} · {one.claim ?? t("bulk.fresh")}
        {one.status !== null && `, ${t(`cases.claimStatus.${one.status}`)}`}
        {one.alsoVictim.length > 0 && (
          <span className={classes.lacks}>
            {t("bulk.alsoVictim", { reports: one.alsoVictim.join(", ") })}
          </span>
        )}
        <span className={classes.lacks}>
          {one.below || one.decided
            ? t(one.decided ? "bulk.over" : "bulk.below")
            : lacks === 0
              ? t("bulk.ready")
              : t("bulk.lacks", { count: lacks })}
        </span>
      </span>
      <Money amount={one.amount} currency={one.currency} exact />
    </>
  );
}
