import { Button, SegmentedControl, TextInput } from "@mantine/core";
import { IconArrowsJoin2 } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { saysSomething } from "../../../contract/clean-text.ts";
import { formatDateTime, formatMoment } from "../../../contract/format/dates.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { loading, type Pair } from "../../../contract/loading.ts";
import { useMay } from "../../data/permissions.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { AccountNumber } from "../../ui/account.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Money } from "../../ui/money.tsx";
import { Card } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useActor } from "../../ui/use-actor.ts";
import { useAddressState } from "../../ui/use-address-state.ts";
import { useNotify } from "../../ui/use-notify.ts";
import classes from "./load.module.css";
import { useDecidePair, usePairs } from "./queries.ts";

type Side = Pair["left"];

const STATES = ["suggested", "accepted", "rejected"] as const;
const WORDS = { suggested: "open", accepted: "accepted", rejected: "rejected" } as const;

/** Rows of two statements that may be one transfer: a person decides and says why. */
export function PairsTab() {
  const { t } = useTranslation();
  const address = useAddressState();
  const state = STATES.find((name) => name === address.get("pairs")) ?? "suggested";
  const query = usePairs(state);
  return (
    <div className={classes.tab}>
      <div className={classes.tools}>
        <p className={classes.lead}>{t("load.pairs.lead")}</p>
        <SegmentedControl
          value={state}
          data={STATES.map((name) => ({ value: name, label: t(`load.pairs.show.${WORDS[name]}`) }))}
          onChange={(next) => address.set({ pairs: next === "suggested" ? null : next })}
        />
      </div>
      {query.isPending && <LoadingRows />}
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.pairs.length === 0 && (
        <Card>
          <EmptyState
            icon={<IconArrowsJoin2 size={20} />}
            title={t("load.pairs.none.title")}
            text={t("load.pairs.none.text")}
          />
        </Card>
      )}
      {query.data?.pairs.map((pair) => (
        <PairCard key={pair.id} pair={pair} />
      ))}
    </div>
  );
}

function PairCard({ pair }: { pair: Pair }) {
  const { t } = useTranslation();
  const actor = useActor();
  const notify = useNotify();
  const language = useLanguage();
  const decide = useDecidePair();
  const mayDecide = useMay(loading.decidePair);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const send = (same: boolean) => {
    setTried(true);
    if (!saysSomething(reason)) return;
    decide.mutate(
      { id: pair.id, seen: pair.state, same, reason: reason.trim() },
      {
        onError: notify.failed,
      },
    );
  };
  return (
    <article className={classes.pair}>
      <PairSide title={t("load.pairs.left")} side={pair.left} beside={pair.right} />
      <PairSide title={t("load.pairs.right")} side={pair.right} beside={pair.left} />
      <div className={classes.pairForm}>
        <PairWhy why={pair.why} />
        {pair.state === "suggested" && !mayDecide && <span>{t("load.pairs.undecided")}</span>}
        {pair.state === "suggested" && mayDecide && (
          <>
            <TextInput
              label={t("load.pairs.reason")}
              placeholder={t("load.pairs.reasonHint")}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              error={tried && !saysSomething(reason) ? t("load.pairs.needReason") : undefined}
            />
            <div className={classes.pairActions}>
              <Button variant="filled" loading={decide.isPending} onClick={() => send(true)}>
                {t("load.pairs.same")}
              </Button>
              <Button disabled={decide.isPending} onClick={() => send(false)}>
                {t("load.pairs.apart")}
              </Button>
            </div>
          </>
        )}
        {pair.state !== "suggested" && (
          <>
            <strong>{t(`load.pairs.show.${WORDS[pair.state]}`)}</strong>
            <span>{pair.reason}</span>
            <span className={classes.sub}>
              {[
                pair.decidedBy && actor(pair.decidedBy),
                pair.decidedAt === null ? null : formatDateTime(pair.decidedAt, language),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </>
        )}
      </div>
    </article>
  );
}

const REASONS: Readonly<Record<string, "masked" | "corrected">> = {
  masked: "masked",
  corrected: "corrected",
};

/**
 * The reason why it is not sure: days between the rows, another time of the day, a hidden number, a
 * row that was corrected.
 */
function PairWhy({ why }: { why: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const days = Number(/^days-apart:(\d+)$/.exec(why)?.[1]);
  const text = Number.isNaN(days)
    ? t(`load.pairs.${REASONS[why] ?? "otherTime"}`)
    : t("load.pairs.daysApart", { count: days, formatted: formatNumber(days, language) });
  return <span>{text}</span>;
}

/** One row as its source tells it; what the other row says differently stands out. */
function PairSide({ title, side, beside }: { title: string; side: Side; beside: Side }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const differs = (name: keyof Side) => (side[name] === beside[name] ? undefined : true);
  return (
    <div className={classes.pairSide}>
      <span className={classes.sub}>{title}</span>
      <span className={classes.pairAmount} data-differs={differs("amount")}>
        <Money amount={side.amount} currency={side.currency} exact />
      </span>
      <span data-differs={differs("bookedAt")}>
        {formatMoment({ at: side.bookedAt, dayOnly: side.dayOnly }, language, true)}
      </span>
      <span data-differs={differs("from")}>
        {t("common.from")}: {side.fromName} <AccountNumber number={side.from} />
      </span>
      <span data-differs={differs("to")}>
        {t("common.to")}: {side.toName} <AccountNumber number={side.to} />
      </span>
      {side.documentNumber && (
        <span data-differs={differs("documentNumber")}>
          {t("load.meanings.document_number")}: {side.documentNumber}
        </span>
      )}
      {side.purpose && <span data-differs={differs("purpose")}>{side.purpose}</span>}
      <span className={classes.sub}>
        {t("common.sourceRow", { source: side.sourceName, row: side.row })}
      </span>
    </div>
  );
}
