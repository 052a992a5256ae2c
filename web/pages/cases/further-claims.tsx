import { Button, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../contract/format/numbers.ts";
import type { TraceMethod } from "../../../contract/tracing.ts";
import { useOpenClaims, usePlannedClaims } from "../../data/cases.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Money } from "../../ui/money.tsx";
import { Card } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useNotify } from "../../ui/use-notify.ts";
import classes from "./further-claims.module.css";
import { useSmallestClaim } from "./use-smallest-claim.ts";

/**
 * The claims against further holders before they are opened: who, whom, how much. The smallest sum
 * is a setting; what lies below it is counted, not hidden.
 */
export function FurtherClaims({
  caseId,
  version,
  method,
  onClose,
}: {
  caseId: string;
  version: number;
  method: TraceMethod;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const notify = useNotify();
  const open = useOpenClaims(caseId, version);
  const { typed, setTyped, smallest: asked, keep } = useSmallestClaim();
  const [smallest] = useDebouncedValue(asked, 250);
  const planned = usePlannedClaims(caseId, { method, version, smallest });
  const claims = planned.data?.claims ?? [];
  const small = (planned.data?.leftOut ?? []).filter((one) => one.reason === "below-smallest");
  const count = (number: number) => ({ count: number, formatted: formatNumber(number, language) });
  const submit = () => {
    keep();
    open.mutate(
      { method, smallest },
      {
        onSuccess: ({ opened }) => {
          notify.done(t("cases.claims.opened", count(opened)));
          onClose();
        },
      },
    );
  };
  return (
    <Card>
      <section aria-label={t("cases.further.title")}>
        <h2 className={classes.title}>
          {t("cases.further.title")} · {t(`rules.${method}`)}
        </h2>
        <div className={classes.row}>
          <TextInput
            label={t("cases.further.smallest")}
            inputMode="numeric"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button
            variant="filled"
            disabled={claims.length === 0 || smallest !== asked}
            loading={open.isPending}
            onClick={submit}
          >
            {t("cases.further.submit", count(claims.length))}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {t("common.cancel")}
          </Button>
        </div>
        {planned.isPending && <LoadingRows rows={3} />}
        {planned.isError && <ProblemNotice error={planned.error} />}
        {open.isError && <ProblemNotice error={open.error} />}
        {planned.isSuccess && (
          <p className={classes.note} role="status">
            {claims.length === 0
              ? t("cases.further.none")
              : t("cases.further.planned", count(claims.length))}{" "}
            {small.length > 0 && t("cases.further.below", count(small.length))}
          </p>
        )}
        {claims.length > 0 && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by keyboard
          <ul className={classes.list} tabIndex={0}>
            {claims.map((one, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a list that is never reordered
              <li key={index} className={classes.claim}>
                <span>
                  {one.victim.name ?? one.victim.iin ?? t("common.unknown")} →{" "}
                  {one.defendant.name ?? one.defendant.iin ?? t("common.unknown")}
                </span>
                <Money amount={one.amount} currency={one.currency} exact />
              </li>
            ))}
          </ul>
        )}
      </section>
    </Card>
  );
}
