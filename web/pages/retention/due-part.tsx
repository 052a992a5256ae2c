import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { formatDate, formatIsoDay } from "../../../contract/format/dates.ts";
import type { DueItem } from "../../../contract/retention.ts";
import { useAskErasure, useKeepLonger } from "../../data/retention.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { DateField } from "../../ui/date-field.tsx";
import { Card, Section } from "../../ui/panel.tsx";
import { useNotify } from "../../ui/use-notify.ts";
import { Reasoned } from "./reasoned.tsx";
import classes from "./retention.module.css";

/** What has reached its term: a person keeps it longer, or has it taken away. */
export function DuePart({ due, mayChange }: { due: readonly DueItem[]; mayChange: boolean }) {
  const { t } = useTranslation();
  return (
    <Card padded={false}>
      <Section title={t("retention.due.title")} note={due.length === 0 ? undefined : due.length}>
        {due.length === 0 && <p className={classes.note}>{t("retention.due.nothing")}</p>}
        <ul className={classes.list}>
          {due.map((item) => (
            <DueLine key={`${item.class} ${item.id}`} item={item} mayChange={mayChange} />
          ))}
        </ul>
      </Section>
    </Card>
  );
}

function DueLine({ item, mayChange }: { item: DueItem; mayChange: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [doing, setDoing] = useState<"keep" | "erase" | null>(null);
  const name = item.name === "" ? item.id : item.name;
  const { kept, held } = item;
  const erasable = (item.class === "attachments" || item.class === "looks") && held.length === 0;
  return (
    <li className={classes.item}>
      <span className={classes.what}>
        <strong>{name}</strong>
        <span className={classes.note}>
          {[
            t(`retention.classes.${item.class}`),
            `${t("retention.due.since")}: ${formatDate(item.since, language)}`,
            `${t("retention.due.due")}: ${formatDate(item.due, language)}`,
            ...(held.length > 0 ? [t("retention.due.held", { holds: held.join(", ") })] : []),
          ].join(" · ")}
        </span>
        {kept && (
          <span className={classes.note}>
            {t("retention.due.kept", {
              until: formatIsoDay(kept.until, language),
              reason: kept.reason,
            })}
          </span>
        )}
        {doing === "keep" && <KeepForm item={item} onDone={() => setDoing(null)} />}
        {doing === "erase" && <EraseForm item={item} onDone={() => setDoing(null)} />}
      </span>
      <span className={classes.fields}>
        {item.class === "sources" && (
          <Button component={Link} to="/load?tab=sources" variant="subtle">
            {t("retention.due.withdraw")}
          </Button>
        )}
        {item.class === "cases" && (
          <Button component={Link} to={`/cases/${item.id}`} variant="subtle">
            {t("retention.due.openCase")}
          </Button>
        )}
        {mayChange && (
          <Button
            aria-label={`${t("retention.due.keep")}: ${name}`}
            aria-expanded={doing === "keep"}
            onClick={() => setDoing(doing === "keep" ? null : "keep")}
          >
            {t("retention.due.keep")}
          </Button>
        )}
        {mayChange && erasable && (
          <Button
            aria-label={`${t("retention.due.erase")}: ${name}`}
            aria-expanded={doing === "erase"}
            onClick={() => setDoing(doing === "erase" ? null : "erase")}
          >
            {t("retention.due.erase")}
          </Button>
        )}
      </span>
    </li>
  );
}

function KeepForm({ item, onDone }: { item: DueItem; onDone: () => void }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const keep = useKeepLonger();
  const [until, setUntil] = useState<string | null>(null);
  return (
    <Reasoned
      submit={t("retention.due.keep")}
      ready={until !== null}
      pending={keep.isPending}
      error={keep.error}
      onSubmit={(reason) =>
        keep.mutate(
          { class: item.class, id: item.id, until: until ?? "", reason },
          {
            onSuccess: () => {
              notify.done(t("retention.due.keptLonger"));
              onDone();
            },
          },
        )
      }
    >
      <DateField label={t("retention.due.until")} value={until} onChange={setUntil} />
    </Reasoned>
  );
}

function EraseForm({ item, onDone }: { item: DueItem; onDone: () => void }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const ask = useAskErasure();
  const kind = item.class === "looks" ? "looks" : "attachment";
  return (
    <Reasoned
      submit={t("retention.due.erase")}
      pending={ask.isPending}
      error={ask.error}
      onSubmit={(reason) =>
        ask.mutate(
          { kind, what: item.id, reason },
          {
            onSuccess: ({ id }) => {
              notify.done(t("retention.erasures.asked", { id }));
              onDone();
            },
          },
        )
      }
    />
  );
}
