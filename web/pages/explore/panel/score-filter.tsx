import { Slider } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { Section } from "../../../ui/panel.tsx";
import type { SceneControl } from "../scene/use-scene.ts";

const MOST = 0.95;

/** Likely droppers from a score on; what falls below leaves the picture, its money and its sums. */
export function ScoreFilter({ control }: { control: SceneControl }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scene, change } = control;
  const [least, setLeast] = useState(scene.score ?? 0);
  useEffect(() => setLeast(scene.score ?? 0), [scene.score]);
  const words = (value: number) =>
    value === 0 ? t("explore.score.any") : `≥ ${formatNumber(value, language, 2, true)}`;
  return (
    <Section title={t("explore.score.title")} note={words(least)}>
      <Slider
        size={2}
        thumbSize={14}
        min={0}
        max={MOST}
        step={0.05}
        value={least}
        label={null}
        thumbLabel={t("explore.score.title")}
        thumbValueText={words}
        onChange={setLeast}
        onChangeEnd={(value) =>
          change({ score: value === 0 ? null : Math.round(value * 100) / 100 })
        }
      />
    </Section>
  );
}
