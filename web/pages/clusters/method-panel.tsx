import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { DetectionRun } from "../../../contract/detection.ts";
import { formatDateTime, formatDuration } from "../../../contract/format/dates.ts";
import { formatNumber, formatShare } from "../../../contract/format/numbers.ts";
import { measuredRules } from "../../../contract/measured-rules.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Section } from "../../ui/panel.tsx";
import { useActor } from "../../ui/use-actor.ts";
import classes from "./clusters.module.css";
import { isNamed, parameterValue } from "./parameter-value.ts";

const PARAGRAPHS = ["order", "points", "victims", "misses", "wrong", "versions"] as const;

/** The meaning and limits of the ranking, and the exact run behind it. */
export function MethodPanel({ run, onClose }: { run: DetectionRun | null; onClose: () => void }) {
  const { t } = useTranslation();
  const actor = useActor();
  const language = useLanguage();
  return (
    <>
      <div className={classes.panelHead}>
        <div className={classes.panelTitleRow}>
          <h2 className={classes.panelTitle}>{t("clusters.method.title")}</h2>
          <ActionIcon aria-label={t("common.close")} onClick={onClose}>
            <IconX size={16} />
          </ActionIcon>
        </div>
      </div>
      <Section title={t("clusters.method.button")}>
        <div className={classes.prose}>
          {PARAGRAPHS.map((key) => (
            <p key={key}>{t(`clusters.method.${key}`)}</p>
          ))}
        </div>
      </Section>
      {run && <Measured rules={run.rules} />}
      {run && (
        <Section
          title={t("clusters.method.parameters")}
          note={formatDateTime(run.startedAt, language)}
        >
          <dl className={classes.definitions}>
            <dt>{t("clusters.method.by")}</dt>
            <dd>{actor(run.startedBy)}</dd>
            <dt>{t("clusters.method.seen")}</dt>
            <dd>
              {t("common.accounts", {
                count: run.accounts,
                formatted: formatNumber(run.accounts, language),
              })}
              ,{" "}
              {t("common.transfers", {
                count: run.transfers,
                formatted: formatNumber(run.transfers, language),
              })}
            </dd>
            <dt>{t("clusters.method.took")}</dt>
            <dd>{formatDuration(run.seconds * 1000, language)}</dd>
            <dt>{t("clusters.method.rules")}</dt>
            <dd>{run.rules}</dd>
            <dt>{t("clusters.method.fingerprint")}</dt>
            <dd>{run.fingerprint}</dd>
          </dl>
          <dl className={classes.parameters}>
            {Object.entries(run.parameters).map(([name, value]) => (
              <Parameter key={name} name={name} value={value} />
            ))}
          </dl>
        </Section>
      )}
    </>
  );
}

/** Error rates of the run's rule set, where it was measured. */
function Measured({ rules }: { rules: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const measured = measuredRules(rules);
  if (measured === undefined) return null;
  const { list, named, averagePrecision, others } = measured;
  const precision = (value: number) => formatNumber(value, language, 3);
  const figures = [
    ["list", formatShare(list, language)],
    ["named", formatShare(named, language)],
    ["averagePrecision", precision(averagePrecision.alone)],
    ["halfReported", precision(averagePrecision.halfReported)],
    ...(others
      ? ([
          ["fast", precision(others.fast)],
          ["slow", precision(others.slow)],
        ] as const)
      : []),
  ] as const;
  return (
    <Section title={t("clusters.method.measured")} note={rules.split("+")[0] ?? rules}>
      <div className={classes.prose}>
        <p>{t(others ? "clusters.method.measuredOn" : "clusters.method.measuredOnTowns")}</p>
      </div>
      <dl className={classes.parameters}>
        {figures.map(([name, figure]) => (
          <Fragment key={name}>
            <dt>{t(`clusters.method.${name}`)}</dt>
            <dd>{figure}</dd>
          </Fragment>
        ))}
      </dl>
    </Section>
  );
}

/**
 * A parameter in words, its name in the code as the hint; one that has no words yet (an old or a
 * newer run) as it is stored.
 */
function Parameter({ name, value }: { name: string; value: DetectionRun["parameters"][string] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!isNamed(name)) {
    return (
      <>
        <dt>{name}</dt>
        <dd>{String(value)}</dd>
      </>
    );
  }
  const said = parameterValue(name, value, language);
  return (
    <>
      <dt title={name}>{t(`parameters.names.${name}`)}</dt>
      <dd>{typeof said === "string" ? said : t(`parameters.units.${said.unit}`, said)}</dd>
    </>
  );
}
