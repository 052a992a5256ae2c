import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { saysSomething } from "../../../contract/clean-text.ts";
import { formatDateTime } from "../../../contract/format/dates.ts";
import type { Erasure } from "../../../contract/retention.ts";
import { useAskErasure, useDecideErasure } from "../../data/retention.ts";
import { useSession } from "../../data/session.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Card, Section } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useNotify } from "../../ui/use-notify.ts";
import { Reasoned } from "./reasoned.tsx";
import classes from "./retention.module.css";

/** Erasures: one person asks, another approves; what stays and why is said beside the form. */
export function ErasuresPart({
  erasures,
  mayChange,
}: {
  erasures: readonly Erasure[];
  mayChange: boolean;
}) {
  const { t } = useTranslation();
  return (
    <Card padded={false}>
      <Section title={t("retention.erasures.title")} note={t("retention.erasures.note")}>
        {erasures.length === 0 && <p className={classes.note}>{t("retention.erasures.nothing")}</p>}
        <ul className={classes.list}>
          {erasures.map((erasure) => (
            <ErasureLine key={erasure.id} erasure={erasure} mayChange={mayChange} />
          ))}
        </ul>
        {mayChange && <AskForm />}
      </Section>
    </Card>
  );
}

function ErasureLine({ erasure, mayChange }: { erasure: Erasure; mayChange: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id, kind, state, decided, by, at, reason } = erasure;
  const line = (one: { by: string; at: number; reason: string }) => ({
    ...one,
    at: formatDateTime(one.at, language),
  });
  const what = kind === "person" ? (erasure.what ?? "") : "";
  return (
    <li className={classes.item}>
      <span className={classes.what}>
        <strong>
          {[id, t(`retention.erasures.kinds.${kind}`, { what: erasure.what ?? "" }), what]
            .filter((word) => word !== "")
            .join(" · ")}
        </strong>
        <span className={classes.note}>
          {t("retention.erasures.line", line({ by, at, reason }))}
        </span>
        {decided && state !== "asked" && (
          <span className={classes.note}>{t(`retention.erasures.${state}`, line(decided))}</span>
        )}
      </span>
      {state === "asked" && mayChange && <Decide erasure={erasure} />}
    </li>
  );
}

/** Nobody approves their own; they may take it back by refusing it. */
function Decide({ erasure: { id, by } }: { erasure: Erasure }) {
  const { t } = useTranslation();
  const { person } = useSession();
  const decide = useDecideErasure();
  const [reason, setReason] = useState("");
  const give = (approved: boolean) => decide.mutate({ id, approved, reason });
  const waiting = decide.isPending || !saysSomething(reason);
  return (
    <div>
      <div className={classes.fields}>
        <TextInput
          size="xs"
          label={t("retention.reason")}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {person?.login !== by && (
          <Button color="red" disabled={waiting} onClick={() => give(true)}>
            {t("retention.erasures.approve")}
          </Button>
        )}
        <Button disabled={waiting} onClick={() => give(false)}>
          {t("retention.erasures.refuse")}
        </Button>
      </div>
      {decide.isError && <ProblemNotice error={decide.error} />}
    </div>
  );
}

function AskForm() {
  const { t } = useTranslation();
  const notify = useNotify();
  const ask = useAskErasure();
  const [whom, setWhom] = useState("");
  return (
    <>
      <p className={classes.note}>{t("retention.erasures.goes")}</p>
      <Reasoned
        submit={t("retention.erasures.ask")}
        ready={whom.trim() !== ""}
        pending={ask.isPending}
        error={ask.error}
        onSubmit={(reason, done) =>
          ask.mutate(
            { kind: "person", what: whom.trim(), reason },
            {
              onSuccess: ({ id }) => {
                notify.done(t("retention.erasures.asked", { id }));
                setWhom("");
                done();
              },
            },
          )
        }
      >
        <TextInput
          size="xs"
          label={t("retention.erasures.whom")}
          maxLength={200}
          value={whom}
          onChange={(event) => setWhom(event.currentTarget.value)}
        />
      </Reasoned>
    </>
  );
}
