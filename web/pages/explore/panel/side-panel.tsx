import { Button } from "@mantine/core";
import {
  IconArrowsShuffle,
  IconEyeOff,
  IconFolderPlus,
  IconRoute,
  IconRoute2,
} from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { bankName } from "../../../../contract/bank-names.ts";
import { cases } from "../../../../contract/cases.ts";
import type { GraphNode } from "../../../../contract/exploring.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import { newCaseAddress } from "../../../data/open-case.ts";
import { useMay } from "../../../data/permissions.ts";
import { traceAddress } from "../../../data/trace-address.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { AccountLine } from "../../../ui/account.tsx";
import { ActorDot } from "../../../ui/actor-dot.tsx";
import { exitKey } from "../../../ui/exits.ts";
import { LoadingRows } from "../../../ui/loading-rows.tsx";
import { Sums } from "../../../ui/money.tsx";
import { Section } from "../../../ui/panel.tsx";
import { roleWord } from "../../../ui/role-badge.tsx";
import { hiding, selecting } from "../scene/scene.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import shared from "../shared.module.css";
import type { Turnover } from "../stage/bundle.ts";
import { deviceIdOf, isDevice } from "../stage/devices.ts";
import { AccountCard } from "./account-card.tsx";
import { AddToCase } from "./add-to-case.tsx";
import classes from "./card.module.css";
import { DevicePanel } from "./device-panel.tsx";
import { PathPanel } from "./path-panel.tsx";

const PAGE = 60;

/**
 * Right: the card of one account, the totals of several, the ways between two, or the list of all
 * that is shown.
 */
export function SidePanel({
  control,
  nodes,
  shown,
  selection,
  run,
  expanded,
  nameOf,
}: {
  control: SceneControl;
  nodes: ReadonlyMap<string, GraphNode>;
  shown: readonly GraphNode[];
  selection: Turnover | null;
  run: string | null;
  expanded: (account: string) => boolean;
  nameOf: (account: string) => string;
}) {
  const { t } = useTranslation();
  const { scene } = control;
  const [only] = scene.select;
  const content =
    scene.path !== null ? (
      <PathPanel control={control} path={scene.path} nameOf={nameOf} />
    ) : scene.select.length === 1 && only !== undefined && isDevice(only) ? (
      <DevicePanel
        key={only}
        id={deviceIdOf(only) ?? ""}
        run={run}
        control={control}
        expanded={expanded(only)}
        onStage={(account) => nodes.has(account)}
      />
    ) : scene.select.length === 1 && only !== undefined ? (
      <AccountCard
        key={only}
        number={only}
        run={run}
        control={control}
        expanded={expanded(only)}
        onStage={(account) => nodes.has(account)}
      />
    ) : scene.select.length > 1 ? (
      <SelectionPanel control={control} nodes={nodes} selection={selection} nameOf={nameOf} />
    ) : (
      <ShownList control={control} shown={shown} />
    );
  return (
    <aside className={classes.right} aria-label={t("explore.right")}>
      {content}
    </aside>
  );
}

function AccountRow({
  node,
  control,
  trailing,
}: {
  node: GraphNode;
  control: SceneControl;
  trailing: string;
}) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={shared.sideRow}
      onClick={(event) => control.change((scene) => selecting(scene, node.number, event.shiftKey))}
    >
      <ActorDot role={node.role} exitKind={node.exitKind} />
      <span className={shared.grow}>
        {node.exitKind !== null ? (
          t(`explore.exits.${exitKey(node.exitKind)}`)
        ) : (
          <AccountLine number={node.number} name={node.holderName} short />
        )}
        <span className={shared.sub}>
          {[
            node.exitKind === null
              ? t(`roles.${roleWord(node.role, node.reported)}`)
              : t("explore.exit"),
            // A likely dropper who reported a crime too: a fact, and why no score leaves it out.
            node.reported && node.role !== "victim" && t("explore.card.reported"),
            bankName(node.bank),
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </span>
      <span className={`${shared.muted} dg-tabular`}>{trailing}</span>
    </button>
  );
}

/** The picture as a list: the same accounts, reachable by keyboard and without WebGL. */
export function ShownList({
  control,
  shown,
}: {
  control: SceneControl;
  shown: readonly GraphNode[];
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [most, setMost] = useState(PAGE);
  const mayOpen = useMay(cases.create);
  const { cluster, report } = control.scene;
  const trace =
    report !== null
      ? traceAddress({ reports: [report] })
      : cluster !== null
        ? traceAddress({ cluster })
        : null;
  const ordered = [...shown].sort(
    (a, b) => (b.score ?? -1) - (a.score ?? -1) || (a.number < b.number ? -1 : 1),
  );
  return (
    <Section
      title={t("explore.list.title")}
      note={t("common.accounts", {
        count: shown.length,
        formatted: formatNumber(shown.length, language),
      })}
    >
      {trace && (
        <Button
          component={Link}
          to={trace}
          variant="filled"
          fullWidth
          mb={10}
          leftSection={<IconRoute size={15} />}
        >
          {t("explore.trace.title")}
        </Button>
      )}
      {report !== null && mayOpen && (
        <Button
          component={Link}
          to={newCaseAddress([report])}
          fullWidth
          mb={10}
          leftSection={<IconFolderPlus size={15} />}
        >
          {t("clusters.search.fromReport")}
        </Button>
      )}
      <p className={shared.soft}>{t("explore.list.hint")}</p>
      <div className={shared.sideRows}>
        {ordered.slice(0, most).map((node) => (
          <AccountRow
            key={node.number}
            node={node}
            control={control}
            trailing={node.score === null ? "" : formatNumber(node.score, language, 2, true)}
          />
        ))}
      </div>
      {ordered.length > most && (
        <Button variant="subtle" fullWidth onClick={() => setMost(most + 200)}>
          {t("common.more")} · {formatNumber(ordered.length - most, language)}
        </Button>
      )}
    </Section>
  );
}

function SelectionPanel({
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
              onClick={() => change({ path: { from, to, kind: "time-respecting" } })}
            >
              {t("explore.paths.find")}
            </Button>
            <Button
              fullWidth
              mt={8}
              leftSection={<IconArrowsShuffle size={15} />}
              onClick={() => change({ path: { from: to, to: from, kind: "time-respecting" } })}
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
