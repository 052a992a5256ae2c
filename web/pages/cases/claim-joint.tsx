import { Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Claim } from "../../../contract/claims.ts";
import type { People } from "../../../contract/dossier.ts";
import { formatDateTime } from "../../../contract/format/dates.ts";
import { joint } from "../../../contract/joint.ts";
import { usePeople } from "../../data/dossier.ts";
import { useSetJoint } from "../../data/joint.ts";
import { useMay } from "../../data/permissions.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useActor } from "../../ui/use-actor.ts";
import { useNotify } from "../../ui/use-notify.ts";
import details from "./claim-details.module.css";
import classes from "./dossier.module.css";
import { ReasonForm } from "./reason-form.tsx";

/** Above so many people a field finds one of them. */
const MANY = 8;

/**
 * Several defendants, one loss: a person says who caused the harm together, and why. Only a draft
 * of the victim's own payments can be made such a claim.
 */
export function ClaimJoint({ caseId, claim }: { caseId: string; claim: Claim }) {
  const { t } = useTranslation();
  const actor = useActor();
  const language = useLanguage();
  const may = useMay(joint.setJoint) && claim.status === "draft" && claim.method === "direct";
  const { joint: said } = claim;
  if (said === null && !may) return null;
  const names = said?.others.map((one) => one.name ?? one.iin ?? t("common.unknown"));
  return (
    <details className={details.details}>
      <summary>
        {t("joint.title")}: {names?.join(", ") ?? t("joint.none")}
      </summary>
      {said !== null && (
        <>
          <p className={classes.note}>{t("joint.basis")}</p>
          <p className={classes.note}>
            {t("joint.said", { person: actor(said.by), date: formatDateTime(said.at, language) })}{" "}
            {said.why}
          </p>
        </>
      )}
      {may && <JointForm key={claim.version} caseId={caseId} claim={claim} />}
    </details>
  );
}

function JointForm({ caseId, claim }: { caseId: string; claim: Claim }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const people = usePeople(caseId);
  const set = useSetJoint(caseId, claim.id, claim.version);
  const [begun] = useState(() => claim.joint?.others.map((one) => one.key) ?? []);
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const [sought, setSought] = useState("");
  const [why, setWhy] = useState(claim.joint?.why ?? "");
  if (people.isError) return <ProblemNotice error={people.error} />;
  const candidates = candidatesOf(people.data, claim);
  const picked = chosen ?? candidates.filter((one) => begun.includes(one.key)).map(({ id }) => id);
  // Whom somebody has chosen stays in sight.
  const shown = candidates.filter(
    (one) =>
      picked.includes(one.id) || one.label.toLowerCase().includes(sought.toLowerCase().trim()),
  );
  const divides = picked.length === 0;
  if (candidates.length === 0) return <p className={classes.note}>{t("joint.nobody")}</p>;
  return (
    <>
      <p className={classes.note}>{t("joint.hint")}</p>
      <Checkbox.Group
        mt={8}
        label={t("joint.others")}
        value={[...picked]}
        onChange={(value) => setChosen(value)}
      >
        {candidates.length > MANY && (
          <TextInput
            mt={6}
            aria-label={t("joint.find")}
            placeholder={t("joint.find")}
            value={sought}
            onChange={(event) => setSought(event.currentTarget.value)}
          />
        )}
        <div className={classes.scroll}>
          <div className={classes.list}>
            {shown.map((one) => (
              <Checkbox key={one.id} value={one.id} label={one.label} />
            ))}
            {shown.length === 0 && <p className={classes.note}>{t("joint.notFound")}</p>}
          </div>
        </div>
      </Checkbox.Group>
      {(!divides || begun.length > 0) && (
        <ReasonForm
          label={t(divides ? "joint.whyDivide" : "joint.why")}
          reason={why}
          onReason={setWhy}
          submit={t(divides ? "joint.divide" : "joint.save")}
          sending={set.isPending}
          onSubmit={(words) =>
            set.mutate(
              { others: [...picked], why: words },
              { onSuccess: () => notify.done(t("joint.saved")) },
            )
          }
        />
      )}
      {set.isError && <ProblemNotice error={set.error} />}
    </>
  );
}

/**
 * People of the case and parties of its claims who are neither victim nor the claim's defendant.
 */
function candidatesOf(people: People | undefined, { victim, defendant }: Claim) {
  const written = (people?.people ?? []).map((one) => ({
    ...one,
    key: one.holderKey ?? one.iin ?? one.id,
  }));
  const proposed = (people?.proposed ?? []).flatMap((one) =>
    one.holderKey === null ? [] : [{ ...one, id: one.holderKey, key: one.holderKey }],
  );
  const isParty = ({ iin, key }: { iin: string | null; key: string }) =>
    [victim, defendant].some(
      (party) => (iin !== null && iin === party.iin) || party.accounts.includes(key),
    );
  return [...written, ...proposed]
    .filter((one) => one.role !== "victim" && !isParty(one))
    .map(({ id, key, name, iin }) => ({
      id,
      key,
      label: [name, iin ?? key.replace(/^account:/, "")].filter((part) => part !== "").join(" · "),
    }));
}
