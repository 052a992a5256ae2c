import { Button, NumberInput, TextInput } from "@mantine/core";
import { IconShare2 } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isoDay, startOfDay } from "../../../../contract/format/dates.ts";
import { formatAmount, parseTypedAmount } from "../../../../contract/format/money.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { DateField } from "../../../ui/date-field.tsx";
import { DAY } from "../../../ui/day.ts";
import { LoadingRows } from "../../../ui/loading-rows.tsx";
import { ProblemNotice } from "../../../ui/problem-notice.tsx";
import { growing, MOST_EXPANDED } from "../scene/scene.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import shared from "../shared.module.css";
import { useGrowChoices } from "./grow-choices.tsx";
import classes from "./grow-form.module.css";
import { useReach } from "./queries.ts";

/** More than these at once would bury the picture. */
const MOST = 500;

interface Props {
  accounts: readonly string[];
  /** Accounts in the picture. */
  known: readonly string[];
  control: SceneControl;
}

/** Opens the conditions under which neighbours come in. */
export function GrowButton(props: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        fullWidth
        mt={8}
        leftSection={<IconShare2 size={15} />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t("explore.grow.title")}
      </Button>
      {open && <GrowForm {...props} />}
    </>
  );
}

/**
 * Neighbours since a day, of an amount at least, the largest so many: each way of growing with the
 * exact number that a click brings. It begins with the filter of the page.
 */
function GrowForm({ accounts, known, control }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scene, change } = control;
  const [since, setSince] = useState(scene.since);
  const [until, setUntil] = useState(scene.until);
  const [minimum, setMinimum] = useState(scene.minimum);
  const [typed, setTyped] = useState(
    scene.minimum === null ? "" : formatAmount(scene.minimum, "KZT", language),
  );
  const [limit, setLimit] = useState<number>(MOST_EXPANDED);
  const filter = { since, until, minimum };
  const query = useReach(accounts, known, filter);
  const choices = useGrowChoices()(query.data, limit);
  const parsed = typed.trim() === "" ? null : parseTypedAmount(typed, "KZT");
  const wrong = typed.trim() !== "" && parsed === null;
  const take = () => setMinimum(parsed === null || parsed === "0" ? null : parsed);
  return (
    <fieldset className={classes.form} aria-label={t("explore.grow.title")}>
      <div className={classes.fields}>
        <DateField
          label={t("explore.time.since")}
          value={since === null ? null : isoDay(since)}
          clearable
          onChange={(day) => setSince(day === null ? null : startOfDay(day))}
        />
        <DateField
          label={t("explore.time.until")}
          value={until === null ? null : isoDay(until - 1)}
          clearable
          onChange={(day) => setUntil(day === null ? null : (startOfDay(day) ?? 0) + DAY)}
        />
        <TextInput
          size="xs"
          label={t("explore.amount.typed", { currency: "KZT" })}
          inputMode="decimal"
          value={typed}
          error={wrong ? t("explore.amount.wrong") : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key === "Enter") take();
          }}
        />
        <NumberInput
          size="xs"
          label={t("explore.grow.most")}
          min={1}
          max={MOST}
          clampBehavior="strict"
          allowDecimal={false}
          value={limit}
          onChange={(value) => setLimit(Math.max(1, Math.min(MOST, Number(value) || 1)))}
        />
      </div>
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {!query.isError && choices === null && <LoadingRows rows={3} />}
      {choices?.map(({ side, label, count, empty, Pictogram }) => (
        <button
          key={side}
          type="button"
          className={shared.sideRow}
          disabled={empty}
          onClick={() => change((now) => growing(now, { accounts, side, limit, ...filter }))}
        >
          <Pictogram size={15} aria-hidden />
          <span className={shared.grow}>{label}</span>
          <span className={`${shared.muted} dg-tabular`}>{count}</span>
        </button>
      ))}
      {query.data !== undefined && query.data.noCentre > 0 && (
        <p className={shared.soft}>
          {t("explore.grow.noCentre", {
            count: query.data.noCentre,
            formatted: formatNumber(query.data.noCentre, language),
          })}
        </p>
      )}
    </fieldset>
  );
}
