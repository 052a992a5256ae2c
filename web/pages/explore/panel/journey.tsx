import { Button } from "@mantine/core";
import { IconPlayerPlay, IconPlayerStop } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDate } from "../../../../contract/format/dates.ts";
import { formatMoneyShort } from "../../../../contract/format/money.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { Section } from "../../../ui/panel.tsx";
import type { Scene } from "../scene/scene.ts";
import type { Step } from "../scene/steps.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import classes from "./left-panel.module.css";

export type NameOf = (account: string) => string;

/** The steps by which the picture arose, in words. */
export function useStepWords(nameOf: NameOf): {
  base: (scene: Scene) => string;
  step: (step: Step) => string;
} {
  const { t } = useTranslation();
  const language = useLanguage();
  const many = (accounts: readonly string[]) =>
    accounts.length === 1
      ? nameOf(accounts[0] ?? "")
      : t("common.accounts", {
          count: accounts.length,
          formatted: formatNumber(accounts.length, language),
        });
  return {
    base: (scene) =>
      scene.cluster !== null
        ? t("explore.journey.cluster")
        : scene.report !== null
          ? t("explore.journey.report", { id: scene.report })
          : t("explore.journey.accounts", { what: many(scene.accounts) }),
    step: (step) => {
      if (step.kind === "expand")
        return t(step.letGo ? "explore.journey.letGo" : "explore.journey.expand", {
          what: nameOf(step.account),
        });
      if (step.kind === "grow")
        return [
          t(`explore.journey.grow.${step.side}`, {
            most: formatNumber(step.limit, language),
            what: many(step.accounts),
          }),
          step.since === null
            ? null
            : t("explore.grow.from", { day: formatDate(step.since, language) }),
          step.until === null
            ? null
            : t("explore.grow.to", { day: formatDate(step.until - 1, language) }),
          step.minimum === null
            ? null
            : t("explore.facts.over", { amount: formatMoneyShort(step.minimum, "KZT", language) }),
        ]
          .filter((part) => part !== null)
          .join(" · ");
      if (step.kind === "around")
        return t("explore.journey.around", { formatted: formatNumber(step.limit, language) });
      if (step.kind === "collapse")
        return t("explore.journey.collapse", { what: nameOf(step.account) });
      return t(step.kind === "hide" ? "explore.journey.hide" : "explore.journey.add", {
        what: many(step.accounts),
      });
    },
  };
}

/** Each line goes back to the picture as it was then; undo brings the rest back. */
export function Journey({ control, nameOf }: { control: SceneControl; nameOf: NameOf }) {
  const { t } = useTranslation();
  const words = useStepWords(nameOf);
  const { scene, change } = control;
  const [playing, toggle] = useJourneyReplay(control);
  const lines = [words.base(scene), ...scene.steps.map(words.step)];
  return (
    <Section title={t("explore.journey.title")}>
      {(scene.steps.length > 0 || playing) && (
        <Button
          size="compact-xs"
          mb={6}
          leftSection={playing ? <IconPlayerStop size={13} /> : <IconPlayerPlay size={13} />}
          onClick={toggle}
        >
          {t(playing ? "explore.time.stop" : "explore.journey.play")}
        </Button>
      )}
      <ol className={classes.journey}>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is named by its place in the journey
          <li key={index}>
            <button
              type="button"
              title={t("explore.journey.goBack")}
              onClick={() => change({ steps: scene.steps.slice(0, index) })}
            >
              <span className={classes.journeyNumber}>{index + 1}</span>
              {line}
            </button>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Milliseconds that each step is shown: an answer of the server comes meanwhile. */
const STEP_SHOWN = 1_500;

/** Shows the picture as it was opened, then with one step more at a time, to the one of now. */
function useJourneyReplay({ scene, change }: SceneControl): [boolean, () => void] {
  const [whole, setWhole] = useState<readonly Step[] | null>(null);
  const latest = useRef({ scene, change });
  latest.current = { scene, change };
  useEffect(() => {
    if (whole === null) return;
    let shown = 0;
    // The first picture is a new address: undo leads back to the whole one, whatever happens.
    const show = () =>
      latest.current.change({ steps: whole.slice(0, shown) }, { replace: shown > 0 });
    show();
    const timer = window.setInterval(() => {
      shown += 1;
      show();
      if (shown >= whole.length) setWhole(null);
    }, STEP_SHOWN);
    return () => window.clearInterval(timer);
  }, [whole]);
  const toggle = () => {
    if (whole !== null) change({ steps: whole }, { replace: true });
    setWhole(whole === null ? scene.steps : null);
  };
  return [whole !== null, toggle];
}
