import { z } from "zod";
import type { Claim } from "../../contract/claims.ts";
import { saysSomething } from "../../contract/clean-text.ts";
import { nothing } from "../../graph-queries/row-values.ts";
import type { Queries, TransactionQueries } from "../../graph-queries/runner.ts";
import { unknown } from "../cases/unknown.ts";
import { isParty, partyRow, writtenPeople } from "../dossier/people.store.ts";
import { UserError } from "../errors/user-error.ts";
import { sameHolder } from "../identity/holder-key.ts";
import { recordChanges } from "../versions/versions.store.ts";
import type { Actor } from "../versions/versions.ts";
import type { StoredClaim } from "./claim.ts";
import { oneClaim, oneStoredClaim } from "./claims.store.ts";
import { reworkDirect } from "./direct.store.ts";
import type { JointParty } from "./form.ts";
import { ledgerNow } from "./ledger.store.ts";
import { lockCase, lockClaim } from "./record.ts";

interface At {
  readonly caseId: string;
  readonly claim: string;
}

/**
 * Writes down who caused the harm of a draft together with its defendant. From then on the draft
 * asks all of them for what its victim paid to any of them; drafts against the others are
 * withdrawn. Without others each answers alone again, and claims against them can be opened anew.
 */
export async function setJoint(
  queries: Queries,
  at: At,
  wanted: {
    readonly others: readonly string[];
    readonly why: string;
    readonly whyKk?: string | null;
  },
  actor: Actor,
): Promise<Claim> {
  const [why = "", kazakh = ""] = [wanted.why, wanted.whyKk ?? ""].map((one) => one.trim());
  if (!saysSomething(why) && !saysSomething(kazakh)) {
    throw new UserError({
      code: "joint-needs-reason",
      message: "Joint liability needs a reason.",
      remedy: "Write how they acted together, and what shows it.",
    });
  }
  const claim = await oneStoredClaim(queries, at);
  const others = await partiesNamed(queries, at.caseId, claim, wanted.others);
  const { from: _seen, ...program } = actor;
  await queries.transaction(async (transaction) => {
    const { number } = await lockCase(transaction, at.caseId, program);
    const { status } = await lockClaim(transaction, at, actor);
    if (status !== "draft" || claim.method !== "direct") throw notJoint(at.claim, claim, status);
    await refuseLosingPayer(transaction, at.claim, claim, [
      claim.defendant.key,
      ...others.map(({ key }) => key),
    ]);
    const who = { by: actor.by, at: BigInt(actor.at) };
    const reason =
      others.length === 0 ? { why: null, whyKk: null } : { why, whyKk: kazakh || null };
    const parameters = { claim: at.claim, others, ...reason, ...who };
    await transaction.run("claims/set-joint", parameters, nothing);
    const withdrawn = await transaction.run(
      "claims/joined",
      {
        case: at.caseId,
        claim: at.claim,
        keys: others.map((one) => one.key),
        reason: `→ ${at.claim}: ${why || kazakh}`,
        ...who,
      },
      z.object({ id: z.string() }),
    );
    await recordChanges(
      transaction,
      withdrawn.map(({ id }) => id),
      "moved",
      actor,
      "withdrawn",
    );
    const detail = others.map((one) => one.name ?? one.key).join(", ");
    await recordChanges(
      transaction,
      [at.claim],
      others.length === 0 ? "divided" : "joined",
      actor,
      detail || why || kazakh,
    );
    // What the draft had of others must not stay with it.
    await transaction.run("claims/clear", { ids: [at.claim] }, nothing);
    await reworkDirect(transaction, at.caseId, number, program);
  });
  return oneClaim(queries, at);
}

/**
 * A defendant whose payment or blocked money came back on the claim stays with it: nobody else is
 * to be taken for the one who paid.
 */
async function refuseLosingPayer(
  transaction: TransactionQueries,
  id: string,
  { victim }: StoredClaim,
  kept: readonly string[],
): Promise<void> {
  const whose = { victims: [victim.key], accounts: victim.accounts };
  const { claims, recoveries } = await ledgerNow(transaction, whose);
  const written = recoveries.filter((one) => one.claim === id && one.by !== "bank-row");
  const debtors = claims.find((one) => one.id === id)?.debtors ?? [];
  const paid = debtors.find(
    ({ key }) =>
      !kept.includes(key) && written.some(({ payer }) => payer && sameHolder(key, payer, payer)),
  );
  if (paid === undefined) return;
  const name = paid.name ?? paid.iin ?? paid.key;
  throw new UserError({
    code: "joint-paid",
    status: 409,
    message: `${name} paid on claim ${id}, so the claim stays against him too.`,
    remedy: "Take his payment or the return of his blocked money back first.",
    params: { claim: id, name },
  });
}

/**
 * People of the case, parties of its claims or holders of its accounts, each once and never a party
 * of this claim.
 */
async function partiesNamed(
  queries: Queries,
  caseId: string,
  { victim, defendant }: StoredClaim,
  names: readonly string[],
): Promise<JointParty[]> {
  const { people, parties } = await writtenPeople(queries, caseId);
  const found = new Map<string, JointParty>();
  for (const name of names) {
    const person = people.find((one) => one.id === name || one.holderKey === name);
    const named = parties.filter((one) =>
      person === undefined ? one.key === name : isParty(person, one),
    );
    const known = named.find((one) => one.role !== "victim") ?? named[0];
    const isNobody = person === undefined && known === undefined;
    const party = isNobody ? await holderNamed(queries, caseId, name) : known;
    if (person === undefined && !party) throw unknown("person", name);
    const iin = person?.iin ?? party?.iin ?? null;
    const key = person?.holderKey ?? party?.key ?? iin ?? person?.id ?? name;
    const one = { key, iin, name: person?.name ?? party?.name ?? null, person: person?.id ?? null };
    const is = (other: StoredClaim["victim"]) =>
      key === other.key || (iin !== null && iin === other.iin);
    if (is(victim) || (person ?? party)?.role === "victim") {
      throw new UserError({
        code: "joint-victim",
        message: `${one.name ?? name} is a victim of this case.`,
        remedy:
          "Name people who caused the harm; take the person's role back first if it is wrong.",
        params: { name: one.name ?? name },
      });
    }
    if (!is(defendant)) found.set(key, one);
  }
  return [...found.values()];
}

/** The holder of an account of the case, against whom there is no claim yet. */
async function holderNamed(queries: Queries, caseId: string, name: string) {
  const [found] = await queries.read("claims/case-holder", { case: caseId, name }, partyRow);
  return found;
}

function notJoint(id: string, { method }: StoredClaim, status: string): UserError {
  return new UserError({
    code: "joint-status",
    status: 409,
    message:
      method === "direct"
        ? `Claim ${id} in status "${status}" keeps its defendants.`
        : `Claim ${id} follows money by a tracing rule; joint harm is about the victim's own payments.`,
    remedy:
      method === "direct"
        ? "Take it back to draft first."
        : "Open the claim against the first holder, and name the others there.",
    params: { claim: id },
  });
}
