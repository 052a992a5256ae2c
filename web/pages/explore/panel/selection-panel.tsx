import { Button } from "@mantine/core";
import { IconArrowsShuffle, IconEyeOff, IconRoute2 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { GraphNode } from "../../../../contract/exploring.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { LoadingRows } from "../../../ui/loading-rows.tsx";
import { Sums } from "../../../ui/money.tsx";
import { Section } from "../../../ui/panel.tsx";
import { findingPaths, hiding } from "../scene/scene.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import shared from "../shared.module.css";
import type { Turnover } from "../stage/bundle.ts";
import { isDevice } from "../stage/devices.ts";
import { AccountRow } from "./account-list.tsx";
import { AddToCase } from "./add-to-case.tsx";
import classes from "./card.module.css";
import { GrowButton } from "./grow-form.tsx";

/** Several accounts at once: the money of all of them, and what can be done with them. */
export function SelectionPanel({
  control,
  nodes,
  selection,
  nameOf,
}: {
  control: SceneControl;
  nodes: ReadonlyMap<string, GraphNode>;
  selection: Turnover | null;
  nameOf: (account: string) => string;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scene, change } = control;
  const chosen = scene.select.filter((key) => !isDevice(key));
  const [from, to] = chosen;
  return (
    <>
      <div className={classes.cardHead}>
        <h2 className={classes.cardName}>
          {t("explore.selection.title", {
            count: chosen.length,
            formatted: formatNumber(chosen.length, language),
          })}
        </h2>
        {chosen.length === 2 && from !== undefined && to !== undefined && (
          <>
            <Button
              fullWidth
              mt={10}
              variant="filled"
              leftSection={<IconRoute2 size={15} />}
              onClick={() => change(findingPaths(from, to))}
            >
              {t("explore.paths.find")}
            </Button>
            <Button
              fullWidth
              mt={8}
              leftSection={<IconArrowsShuffle size={15} />}
              onClick={() => change(findingPaths(to, from))}
            >
              {t("explore.paths.backwards", { from: nameOf(to), to: nameOf(from) })}
            </Button>
          </>
        )}
        <Button
          fullWidth
          mt={8}
          leftSection={<IconEyeOff size={15} />}
          onClick={() => change(hiding(scene, chosen))}
        >
          {t("explore.selection.hide")}
        </Button>
        <GrowButton accounts={chosen} known={[...nodes.keys()]} control={control} />
        <AddToCase
          accounts={chosen}
          name={t("common.accounts", {
            count: chosen.length,
            formatted: formatNumber(chosen.length, language),
          })}
        />
      </div>
      {selection === null ? (
        <LoadingRows rows={3} />
      ) : (
        <Section title={t("explore.selection.money")}>
          <div className={shared.total}>
            <span className={shared.muted}>
              {t("explore.facts.in")} · {formatNumber(selection.inCount, language)}
            </span>
            <strong>
              <Sums sums={selection.in} />
            </strong>
          </div>
          <div className={shared.total}>
            <span className={shared.muted}>
              {t("explore.facts.out")} · {formatNumber(selection.outCount, language)}
            </span>
            <strong>
              <Sums sums={selection.out} />
            </strong>
          </div>
          <div className={shared.total}>
            <span className={shared.muted}>{t("explore.facts.net")}</span>
            <strong>
              <Sums sums={selection.net} />
            </strong>
          </div>
        </Section>
      )}
      <Section title={t("explore.table.selection")}>
        <div className={shared.sideRows}>
          {chosen.map((account) => {
            const node = nodes.get(account);
            return node ? (
              <AccountRow key={account} node={node} control={control} trailing="" />
            ) : null;
          })}
        </div>
      </Section>
    </>
  );
}
