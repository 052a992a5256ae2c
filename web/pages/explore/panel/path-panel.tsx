import { ActionIcon, Button, SegmentedControl, Select } from "@mantine/core";
import { IconArrowRight, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { formatDuration } from "../../../../contract/format/dates.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { LoadingRows } from "../../../ui/loading-rows.tsx";
import { Section } from "../../../ui/panel.tsx";
import { ProblemNotice } from "../../../ui/problem-notice.tsx";
import { adding, PATH_GAPS, PATH_KINDS, type Scene } from "../scene/scene.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import shared from "../shared.module.css";
import classes from "./card.module.css";
import { usePaths } from "./queries.ts";
import { WayRow, WaysTotal } from "./way-row.tsx";

/**
 * Ways from one account to another over the whole database. In order of time the money can really
 * have gone so; else any tie counts, also a shared holder, phone or device.
 */
export function PathPanel({
  control,
  path,
  nameOf,
}: {
  control: SceneControl;
  path: NonNullable<Scene["path"]>;
  nameOf: (account: string) => string;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const query = usePaths(path);
  const { change } = control;
  const found = query.data;
  const names = new Map(
    (found?.nodes ?? []).map((node) => [node.number, node.holderName ?? node.number]),
  );
  const missing = (accounts: readonly string[]) =>
    accounts.filter((account) => nameOf(account) === account);
  return (
    <>
      <div className={classes.cardHead}>
        <div className={classes.cardTop}>
          <strong>{t("explore.paths.title")}</strong>
          <span className={shared.push} />
          <ActionIcon aria-label={t("common.close")} onClick={() => change({ path: null })}>
            <IconX size={16} stroke={1.7} />
          </ActionIcon>
        </div>
        <p className={classes.cardLine}>
          {nameOf(path.from)} <IconArrowRight size={14} aria-hidden /> {nameOf(path.to)}
        </p>
        <SegmentedControl
          fullWidth
          mt={10}
          aria-label={t("explore.paths.title")}
          value={path.kind}
          onChange={(kind) =>
            change({
              path: { ...path, kind: PATH_KINDS.find((known) => known === kind) ?? path.kind },
            })
          }
          data={[
            { value: "time-respecting", label: t("explore.paths.timely") },
            { value: "strongest", label: t("explore.paths.strongest") },
            { value: "shortest", label: t("explore.paths.shortest") },
          ]}
        />
        {path.kind !== "shortest" && (
          <Select
            size="xs"
            mt={8}
            label={t("explore.paths.gap")}
            value={String(path.gap)}
            data={PATH_GAPS.map((hours) => ({
              value: String(hours),
              label: formatDuration(hours * 3_600_000, language),
            }))}
            onChange={(value) =>
              change({
                path: { ...path, gap: PATH_GAPS.find((one) => String(one) === value) ?? path.gap },
              })
            }
          />
        )}
        {path.kind !== "shortest" && (
          <Button
            fullWidth
            mt={8}
            onClick={() => change({ path: { ...path, from: path.to, to: path.from } })}
          >
            {t("explore.paths.backwards", { from: nameOf(path.to), to: nameOf(path.from) })}
          </Button>
        )}
      </div>
      {query.isPending && <LoadingRows rows={4} />}
      {query.isError && (
        <div className={classes.cardHead}>
          <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
        </div>
      )}
      {found && (
        <Section
          title={t("explore.paths.found", {
            count: found.paths.length,
            formatted: formatNumber(found.paths.length, language),
          })}
          {...(found.more ? { note: t("explore.paths.more") } : {})}
        >
          {found.paths.length === 0 && (
            <p className={shared.soft}>
              {t(path.kind === "shortest" ? "explore.paths.noTie" : "explore.paths.none")}
            </p>
          )}
          {found.total.length > 0 && <WaysTotal kind={path.kind} sums={found.total} />}
          <div className={shared.sideRows}>
            {found.paths.map((way) => {
              const absent = missing(way.accounts);
              return (
                <WayRow
                  key={way.transferIds.join() + way.accounts.join()}
                  way={way}
                  timely={path.kind !== "shortest"}
                  nameOf={(account) => names.get(account) ?? nameOf(account)}
                  adds={absent.length > 0}
                  onOpen={() =>
                    change((scene) => ({
                      ...adding(scene, absent),
                      transfers: [...way.transferIds],
                    }))
                  }
                />
              );
            })}
          </div>
        </Section>
      )}
    </>
  );
}
