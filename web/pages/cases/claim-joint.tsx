import { Button, Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Claim } from "../../../contract/claims.ts";
import { saysSomething } from "../../../contract/clean-text.ts";
import type { People } from "../../../contract/dossier.ts";
import { textFor } from "../../../contract/foreign-text.ts";
import { formatDateTime } from "../../../contract/format/dates.ts";
import { joint } from "../../../contract/joint.ts";
import { usePeople } from "../../data/dossier.ts";
import { useSetJoint } from "../../data/joint.ts";
import { useMay } from "../../data/permissions.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useActor } from "../../ui/use-actor.ts";
import { useNotify } from "../../ui/use-notify.ts";
import { BothLanguages } from "./both-languages.tsx";
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
            {reasonIn(language, said)}
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
  const [words, setWords] = useState({
    why: claim.joint?.why ?? "",
    whyKk: claim.joint?.whyKk ?? null,
  });
  const [whyDivide, setWhyDivide] = useState("");
  if (people.isError) return <ProblemNotice error={people.error} />;
  const candidates = candidatesOf(people.data, claim);
  const picked = chosen ?? candidates.filter((one) => begun.includes(one.key)).map(({ id }) => id);
  // Whom somebody has chosen stays in sight.
  const shown = candidates.filter(
    (one) =>
      picked.includes(one.id) || one.label.toLowerCase().includes(sought.toLowerCase().trim()),
  );
  const divides = picked.length === 0;
  const send = (reason: { why: string; whyKk: string | null }) =>
    set.mutate(
      { others: [...picked], ...reason },
      { onSuccess: () => notify.done(t("joint.saved")) },
    );
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
      {!divides && (
        <WhyTogether
          words={words}
          onWords={(change) => setWords({ ...words, ...change })}
          sending={set.isPending}
          onSubmit={() => send(words)}
        />
      )}
      {divides && begun.length > 0 && (
        <ReasonForm
          label={t("joint.whyDivide")}
          reason={whyDivide}
          onReason={setWhyDivide}
          submit={t("joint.divide")}
          sending={set.isPending}
          onSubmit={(why) => send({ why, whyKk: null })}
        />
      )}
      {set.isError && <ProblemNotice error={set.error} />}
    </>
  );
}

interface Reason {
  readonly why: string;
  readonly whyKk: string | null;
}

/** Why they answer together, for papers in both languages: one of both is needed. */
function WhyTogether({
  words,
  onWords,
  sending,
  onSubmit,
}: {
  words: Reason;
  onWords: (change: Partial<Reason>) => void;
  sending: boolean;
  onSubmit: () => void;
}) {
  const { t } = useTranslation();
  const said = saysSomething(words.why) || saysSomething(words.whyKk ?? "");
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (said) onSubmit();
      }}
    >
      <BothLanguages
        names={["why", "whyKk"]}
        label={t("joint.why")}
        values={words}
        onChange={(field, text) => onWords({ [field]: text })}
        most={2_000}
        minRows={2}
      />
      <div className={classes.actions}>
        <Button type="submit" variant="filled" disabled={!said} loading={sending}>
          {t("joint.save")}
        </Button>
      </div>
    </form>
  );
}

/** As a person wrote it, in the language of the page where it is written in that. */
function reasonIn(language: string, { why, whyKk }: Reason): string {
  const own = textFor(language === "kk" ? "kk" : "ru", { text: why || null, kazakh: whyKk });
  return own ?? (why || whyKk || "");
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
