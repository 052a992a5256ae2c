import { Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDateTime } from "../../../contract/format/dates.ts";
import { type HoldKind, holdKind, type LegalHold } from "../../../contract/retention.ts";
import { useLiftHold, useSetHold } from "../../data/retention.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Card, Section } from "../../ui/panel.tsx";
import { useNotify } from "../../ui/use-notify.ts";
import { Reasoned } from "./reasoned.tsx";
import classes from "./retention.module.css";

/** Holds on cases and people, those that stand first. */
export function HoldsPart({
  holds,
  mayChange,
}: {
  holds: readonly LegalHold[];
  mayChange: boolean;
}) {
  const { t } = useTranslation();
  const standing = holds.filter(({ lifted }) => lifted === null);
  const lifted = holds.filter((hold) => hold.lifted !== null);
  return (
    <Card padded={false}>
      <Section title={t("retention.holds.title")} note={t("retention.holds.note")}>
        {standing.length === 0 && <p className={classes.note}>{t("retention.holds.nothing")}</p>}
        <ul className={classes.list}>
          {[...standing, ...lifted].map((hold) => (
            <HoldLine key={hold.id} hold={hold} mayChange={mayChange} />
          ))}
        </ul>
        {mayChange && <HoldForm />}
      </Section>
    </Card>
  );
}

function HoldLine({ hold, mayChange }: { hold: LegalHold; mayChange: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const lift = useLiftHold();
  const { id, kind, what, reason, by, at, lifted } = hold;
  const line = (one: { by: string; at: number; reason: string }) => ({
    ...one,
    at: formatDateTime(one.at, language),
  });
  return (
    <li className={classes.item}>
      <span className={classes.what}>
        <strong>
          {id} · {t(`retention.holds.${kind}`)} · {what}
        </strong>
        <span className={classes.note}>{t("retention.holds.line", line({ by, at, reason }))}</span>
        {lifted && (
          <span className={classes.note}>{t("retention.holds.lifted", line(lifted))}</span>
        )}
      </span>
      {lifted === null && mayChange && (
        <Reasoned
          submit={t("retention.holds.lift")}
          label={t("retention.holds.liftOne", { id })}
          pending={lift.isPending}
          error={lift.error}
          onSubmit={(why) => lift.mutate({ id, reason: why })}
        />
      )}
    </li>
  );
}

function HoldForm() {
  const { t } = useTranslation();
  const notify = useNotify();
  const set = useSetHold();
  const [kind, setKind] = useState<HoldKind>("case");
  const [what, setWhat] = useState("");
  return (
    <Reasoned
      submit={t("retention.holds.set")}
      ready={what.trim() !== ""}
      pending={set.isPending}
      error={set.error}
      onSubmit={(reason, done) =>
        set.mutate(
          { kind, what: what.trim(), reason },
          {
            onSuccess: ({ id }) => {
              notify.done(t("retention.holds.done", { id }));
              setWhat("");
              done();
            },
          },
        )
      }
    >
      <Select
        size="xs"
        label={t("retention.holds.kind")}
        value={kind}
        allowDeselect={false}
        data={holdKind.options.map((value) => ({
          value,
          label: t(`retention.holds.kinds.${value}`),
        }))}
        onChange={(value) => setKind(holdKind.catch("case").parse(value))}
      />
      <TextInput
        size="xs"
        label={t(`retention.holds.${kind}`)}
        maxLength={200}
        value={what}
        onChange={(event) => setWhat(event.currentTarget.value)}
      />
    </Reasoned>
  );
}
