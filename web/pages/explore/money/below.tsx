import { ActionIcon } from "@mantine/core";
import { IconGridDots, IconScale, IconTable } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LoadingRows } from "../../../ui/loading-rows.tsx";
import { ProblemNotice } from "../../../ui/problem-notice.tsx";
import type { SceneControl } from "../scene/use-scene.ts";
import type { View } from "../stage/use-view.ts";
import { fetchWhole } from "./fetch-whole.ts";
import { HoursMap } from "./hours-map.tsx";
import classes from "./money.module.css";
import { PeriodsPanel } from "./periods-panel.tsx";
import type { TableContent } from "./table-content.ts";

const KINDS = [
  { kind: "table", Pictogram: IconTable },
  { kind: "hours", Pictogram: IconGridDots },
  { kind: "periods", Pictogram: IconScale },
] as const;

/** The transfers, their hours, or two periods: one of them stands below. */
export function BelowSwitch({ control }: { control: SceneControl }) {
  const { t } = useTranslation();
  const { scene, change } = control;
  return (
    <span className={classes.replay} role="toolbar" aria-label={t("explore.below.title")}>
      {KINDS.map(({ kind, Pictogram }) => (
        <ActionIcon
          key={kind}
          size={22}
          aria-label={t(`explore.below.${kind}`)}
          title={t(`explore.below.${kind}`)}
          aria-pressed={scene.below === kind}
          variant={scene.below === kind ? "filled" : "subtle"}
          onClick={() => change({ below: kind })}
        >
          <Pictogram size={14} />
        </ActionIcon>
      ))}
    </span>
  );
}

/** The hours of the very transfers that the table lists, also of those beyond its first page. */
export function HoursBelow({
  control,
  content,
  currency,
}: {
  control: SceneControl;
  content: TableContent;
  currency: string;
}) {
  const listed = content.rows.length === content.total;
  const { select, pair, next, transfers, since, until, minimum, scope } = control.scene;
  const whole = useQuery({
    queryKey: [
      ...["explore", "hours", content.total],
      ...[select, pair, next, transfers, since, until, minimum, scope],
    ],
    queryFn: () => content.fetchAll(),
    enabled: !listed && !content.loading,
  });
  if (whole.isError)
    return <ProblemNotice error={whole.error} onRetry={() => void whole.refetch()} />;
  const rows = content.loading ? undefined : listed ? content.rows : whole.data;
  return rows ? <HoursMap rows={rows} currency={currency} /> : <LoadingRows rows={4} />;
}

/** Two periods of everything in the picture; what the page does not hold is asked for. */
export function PeriodsBelow({ control, view }: { control: SceneControl; view: View }) {
  const { money, accounts, span, currency, nameOf } = view;
  const { minimum } = control.scene;
  const whole = useQuery({
    queryKey: ["explore", "periods", accounts, minimum],
    queryFn: () => fetchWhole(accounts, "within", "time", { since: null, until: null, minimum }),
    enabled: money.known && !money.complete,
  });
  if (whole.isError)
    return <ProblemNotice error={whole.error} onRetry={() => void whole.refetch()} />;
  const rows = money.complete ? money.rhythm : whole.data;
  if (!rows || !money.known) return <LoadingRows rows={4} />;
  return (
    <PeriodsPanel control={control} rows={rows} span={span} currency={currency} nameOf={nameOf} />
  );
}
