import { Button, NumberInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RetentionRule } from "../../../contract/retention.ts";
import { useSetTerm } from "../../data/retention.ts";
import { Card, Section } from "../../ui/panel.tsx";
import { useNotify } from "../../ui/use-notify.ts";
import classes from "./retention.module.css";

/** The term of each class of data; the office sets it, nothing stands in the program. */
export function TermsPart({
  rules,
  mayChange,
}: {
  rules: readonly RetentionRule[];
  mayChange: boolean;
}) {
  const { t } = useTranslation();
  return (
    <Card padded={false}>
      <Section title={t("retention.terms.title")} note={t("retention.terms.note")}>
        <ul className={classes.list}>
          {rules.map((rule) => (
            <Term key={`${rule.class} ${rule.months}`} rule={rule} mayChange={mayChange} />
          ))}
        </ul>
      </Section>
    </Card>
  );
}

function Term({ rule, mayChange }: { rule: RetentionRule; mayChange: boolean }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const set = useSetTerm();
  const [months, setMonths] = useState<number | null>(rule.months);
  const name = t(`retention.classes.${rule.class}`);
  return (
    <li className={classes.item}>
      <span className={classes.what}>
        <strong>{name}</strong>
        <span className={classes.note}>{t(`retention.since.${rule.class}`)}</span>
      </span>
      {mayChange ? (
        <form
          className={classes.fields}
          onSubmit={(event) => {
            event.preventDefault();
            set.mutate(
              { class: rule.class, months },
              {
                onError: notify.failed,
                onSuccess: () => notify.done(t("retention.terms.saved")),
              },
            );
          }}
        >
          <NumberInput
            size="xs"
            className={classes.months ?? ""}
            aria-label={`${t("retention.terms.note")}: ${name}`}
            placeholder={t("retention.terms.none")}
            min={1}
            max={1_200}
            allowDecimal={false}
            value={months ?? ""}
            onChange={(value) => setMonths(value === "" ? null : Number(value))}
          />
          <Button
            type="submit"
            loading={set.isPending}
            disabled={months === rule.months}
            aria-label={`${t("retention.terms.save")}: ${name}`}
          >
            {t("retention.terms.save")}
          </Button>
        </form>
      ) : (
        <span>{rule.months ?? t("retention.terms.none")}</span>
      )}
    </li>
  );
}
