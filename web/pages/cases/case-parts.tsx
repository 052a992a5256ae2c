import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { cases } from "../../../contract/cases.ts";
import { formatAccount } from "../../../contract/format/accounts.ts";
import { useRemoveFromCase } from "../../data/cases.ts";
import { useMay } from "../../data/permissions.ts";
import { WatchButton } from "../../frame/watch-button.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useNotify } from "../../ui/use-notify.ts";
import classes from "./case-parts.module.css";
import { ReasonForm } from "./reason-form.tsx";

export interface Parts {
  readonly id: string;
  readonly version: number;
  readonly status: "open" | "closed";
  readonly clusters: readonly string[];
  readonly accounts: readonly string[];
  readonly reports: readonly string[];
}
type Kind = "clusters" | "reports" | "accounts";
interface Part {
  readonly kind: Kind;
  readonly id: string;
}
const KINDS = ["reports", "clusters", "accounts"] as const satisfies readonly Kind[];

/**
 * The parts of a case: crime reports, clusters, accounts. Anything put in by mistake is taken out
 * again with a reason.
 */
export function CaseParts({ found }: { found: Parts }) {
  const { t } = useTranslation();
  const mayRemove = useMay(cases.remove) && found.status === "open";
  const [chosen, setChosen] = useState<Part | null>(null);
  // A cluster has no name of its own: it is one of those that the case was opened with.
  const nameOf = ({ kind, id }: Part) =>
    kind === "accounts"
      ? formatAccount(id)
      : kind === "reports"
        ? id
        : t("cases.parts.cluster", { number: found.clusters.indexOf(id) + 1 });
  const groups = KINDS.filter((kind) => found[kind].length > 0);
  if (groups.length === 0) return null;
  return (
    <details className={classes.parts}>
      <summary className={classes.title}>{t("cases.parts.title")}</summary>
      {groups.map((kind) => (
        <div key={kind} className={classes.group}>
          <span className={classes.label}>{t(`cases.parts.${kind}`)}</span>
          <ul className={classes.list}>
            {found[kind].map((id) => (
              <li key={id} className={classes.part} data-chosen={chosen?.id === id || undefined}>
                <Link to={addressOf(kind, id)}>{nameOf({ kind, id })}</Link>
                {kind === "accounts" && <WatchButton kind="account" what={id} title={null} />}
                {mayRemove && (
                  <ActionIcon
                    variant="subtle"
                    size={20}
                    aria-label={t("cases.parts.remove", { part: nameOf({ kind, id }) })}
                    aria-expanded={chosen?.id === id}
                    onClick={() => setChosen(chosen?.id === id ? null : { kind, id })}
                  >
                    <IconX size={13} />
                  </ActionIcon>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {chosen !== null && (
        <RemoveForm
          key={chosen.id}
          found={found}
          part={chosen}
          name={nameOf(chosen)}
          onDone={() => setChosen(null)}
        />
      )}
    </details>
  );
}

function RemoveForm({
  found,
  part,
  name,
  onDone,
}: {
  found: Parts;
  part: Part;
  /** What a person calls it. */
  name: string;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const notify = useNotify();
  const remove = useRemoveFromCase(found.id, found.version);
  const [reason, setReason] = useState("");
  return (
    <ReasonForm
      label={t("cases.parts.why", { part: name })}
      description={part.kind === "clusters" ? t("cases.parts.clusterHint") : undefined}
      autoFocus
      reason={reason}
      onReason={setReason}
      onSubmit={(words) =>
        remove.mutate(
          { [part.kind]: [part.id], reason: words },
          {
            onSuccess: () => {
              notify.done(t("cases.parts.removed", { part: name }));
              onDone();
            },
          },
        )
      }
      submit={t("cases.parts.submit")}
      sending={remove.isPending}
    >
      {remove.isError && <ProblemNotice error={remove.error} />}
    </ReasonForm>
  );
}

function addressOf(kind: Kind, id: string): string {
  const key = kind === "accounts" ? "account" : kind === "reports" ? "report" : "cluster";
  return `/explore?${key}=${encodeURIComponent(id)}`;
}
