import { Slider, TextInput } from "@mantine/core";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TransferRow } from "../../../../contract/exploring.ts";
import {
  currencySign,
  formatAmount,
  formatMoneyShort,
  parseTypedAmount,
} from "../../../../contract/format/money.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { Section } from "../../../ui/panel.tsx";
import type { SceneControl } from "../scene/use-scene.ts";
import { amountAt, amountBins, placeOf } from "./amounts.ts";
import classes from "./left-panel.module.css";

/** The least amount of a transfer: drawn, dragged or typed. */
export function AmountFilter({
  control,
  rows,
  currency,
}: {
  control: SceneControl;
  rows: readonly TransferRow[];
  currency: string;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scene, change } = control;
  const bins = useMemo(() => amountBins(rows, currency), [rows, currency]);
  const [place, setPlace] = useState(placeOf(scene.minimum, bins));
  const shownText = scene.minimum === null ? "" : formatAmount(scene.minimum, currency, language);
  const [typed, setTyped] = useState(shownText);
  useEffect(() => setPlace(placeOf(scene.minimum, bins)), [scene.minimum, bins]);
  // Not with the bins: transfers that arrive must not take away what is being typed.
  useEffect(() => setTyped(shownText), [shownText]);
  const most = Math.max(1, ...bins.counts);
  const set = (minimum: string | null) => change({ minimum: minimum === "0" ? null : minimum });
  const wrong = typed.trim() !== "" && parseTypedAmount(typed, currency) === null;
  const width = 204 / Math.max(1, bins.counts.length);
  return (
    <Section
      title={t("explore.amount.title")}
      note={
        scene.minimum === null
          ? t("explore.amount.any")
          : `≥ ${formatMoneyShort(scene.minimum, currency, language)}`
      }
    >
      <svg
        className={classes.amounts}
        viewBox="0 0 204 26"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {bins.counts.map((count, index) => {
          const height = count === 0 ? 0 : 2 + (24 * count) / most;
          const start = bins.from + (index * (bins.to - bins.from)) / bins.counts.length;
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: bins have no other name than their place
              key={index}
              className={classes.amountBar}
              data-on={start >= place - 1e-9 || undefined}
              x={index * width + 0.5}
              width={Math.max(0.5, width - 1)}
              y={26 - height}
              height={height}
            />
          );
        })}
      </svg>
      <Slider
        size={2}
        thumbSize={14}
        mt={2}
        mb={10}
        min={bins.from}
        max={bins.to}
        step={0.01}
        value={place}
        label={null}
        thumbLabel={t("explore.amount.title")}
        thumbValueText={() => formatMoneyShort(amountAt(place, currency), currency, language)}
        onChange={setPlace}
        onChangeEnd={(value) => set(value <= bins.from + 1e-6 ? null : amountAt(value, currency))}
      />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!wrong) set(parseTypedAmount(typed, currency));
        }}
      >
        <TextInput
          aria-label={t("explore.amount.typed", { currency })}
          placeholder={t("explore.amount.typed", { currency: currencySign(currency) })}
          inputMode="decimal"
          value={typed}
          error={wrong ? t("explore.amount.wrong") : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => {
            if (!wrong && typed !== shownText) set(parseTypedAmount(typed, currency));
          }}
        />
      </form>
    </Section>
  );
}
