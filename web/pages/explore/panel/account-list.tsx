import { Button } from "@mantine/core";
import { IconFolderPlus, IconRoute } from "@tabler/icons-react";
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
import { AccountNotes } from "../../../frame/account-notes.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { AccountLine } from "../../../ui/account.tsx";
import { ActorDot } from "../../../ui/actor-dot.tsx";
import { exitKey } from "../../../ui/exits.ts";
import { Section } from "../../../ui/panel.tsx";
import { roleWord } from "../../../ui/role-badge.tsx";
import { selecting } from "../scene/scene.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import shared from "../shared.module.css";

const PAGE = 60;

/** One account of a list; a click selects it. */
export function AccountRow({
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
      {cluster !== null && (
        <Section title={t("notes.title")}>
          <AccountNotes target={{ kind: "cluster", account: cluster }} />
        </Section>
      )}
    </Section>
  );
}
