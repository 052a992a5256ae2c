import { z } from "zod";
import { saidOrNull, saysSomething } from "../../contract/clean-text.ts";
import { NOBODY, type People, type PersonFields, personRole } from "../../contract/dossier.ts";
import { birthDateOf } from "../../contract/holder-number.ts";
import { count, text } from "../../graph-queries/row-values.ts";
import type { Queries } from "../../graph-queries/runner.ts";
import { changeCase } from "../cases/cases.store.ts";
import { unknown } from "../cases/unknown.ts";
import { UserError } from "../errors/user-error.ts";
import { hasValidCheckDigit } from "../identity/iin.ts";
import { recordChanges } from "../versions/versions.store.ts";
import type { Actor } from "../versions/versions.ts";

const personRow = z.object({
  id: z.string(),
  role: personRole,
  name: z.string(),
  iin: text,
  birthDate: text,
  address: text,
  phone: text,
  email: text,
  representative: text,
  addressKk: text,
  representativeKk: text,
  known: text,
  holderKey: text,
  at: count,
  by: z.string(),
});
const noteRow = z
  .object({
    id: z.string(),
    text: z.string(),
    due: text,
    doneAt: count.nullish(),
    doneBy: text,
    at: count,
    by: z.string(),
  })
  .transform(({ doneAt, doneBy, ...note }) => ({
    ...note,
    done: doneAt == null ? null : { at: doneAt, by: doneBy ?? "" },
  }));
/** A party of a claim, or a holder who may become one. */
export const partyRow = z.object({ key: text, name: text, iin: text, role: personRole });
const peopleRow = z.object({
  version: count,
  people: z.array(personRow),
  notes: z.array(noteRow),
  parties: z.array(partyRow),
});
const elsewhereRow = z.object({
  kind: z.enum(["person", "account"]),
  id: z.string(),
  name: text,
  cases: z.array(z.object({ id: z.string(), title: z.string() })),
});
const idRow = z.object({ id: z.string() });

/** People and notes of a case, its parties nobody wrote down yet, and who is in other cases. */
export async function peopleOfCase(queries: Queries, id: string): Promise<People> {
  const { version, people, notes, parties } = await writtenPeople(queries, id);
  const elsewhere = await queries.read("dossier/elsewhere", { id }, elsewhereRow);
  const proposed = parties.filter((party) => !people.some((one) => isParty(one, party)));
  return { version, people, notes, elsewhere, proposed: proposed.map(proposal) };
}

/**
 * The people written down in a case, and the parties of its claims; an unknown case is a UserError.
 */
export async function writtenPeople(queries: Queries, id: string) {
  const [found] = await queries.read("dossier/people", { id }, peopleRow);
  if (!found) throw unknown("case", id);
  return found;
}

/** The person written down is this party of a claim: the same IIN, or the same holder. */
export function isParty(
  person: { readonly iin: string | null; readonly holderKey: string | null },
  party: { readonly iin: string | null; readonly key: string | null },
): boolean {
  return (
    (person.iin !== null && person.iin === party.iin) ||
    (person.holderKey !== null && person.holderKey === party.key)
  );
}

/** A party nobody wrote down yet, with what the data know of it. */
export function proposal({ key, name, iin, role }: z.output<typeof partyRow>): PersonFields {
  return {
    ...NOBODY,
    role,
    name: name ?? "",
    iin,
    birthDate: iin === null ? null : birthDateOf(iin),
    holderKey: key,
  };
}

/** Writes down a person, a new one where `person` is null. */
export async function savePerson(
  queries: Queries,
  id: string,
  wanted: { readonly id: string | null; readonly person: PersonFields },
  actor: Actor,
): Promise<People> {
  const fields = checked(wanted.person);
  await changeCase(queries, id, actor, async (transaction) => {
    const parameters = { id, person: wanted.id, fields, by: actor.by, at: BigInt(actor.at) };
    const [saved] = await transaction.run("dossier/save-person", parameters, idRow);
    if (!saved) throw unknown("person", wanted.id ?? "");
    await recordChanges(transaction, [id], "person-saved", actor, fields.name);
  });
  return peopleOfCase(queries, id);
}

/** Empty fields are unknown; a number of twelve digits has its check digit. */
function checked(person: PersonFields): PersonFields {
  if (!saysSomething(person.name)) {
    throw new UserError({
      code: "person-needs-name",
      message: "A person needs a name.",
      remedy: "Write the name as the statement or the bank has it.",
    });
  }
  const iin = saidOrNull(person.iin);
  if (iin !== null && !hasValidCheckDigit(iin)) {
    throw new UserError({
      code: "person-iin",
      message: `${iin} is no IIN or BIN: twelve digits, the last of which checks the others.`,
      remedy: "Compare it with the document, or leave it empty.",
      params: { iin },
    });
  }
  return {
    ...person,
    iin,
    address: saidOrNull(person.address),
    phone: saidOrNull(person.phone),
    email: saidOrNull(person.email),
    representative: saidOrNull(person.representative),
    addressKk: saidOrNull(person.addressKk),
    representativeKk: saidOrNull(person.representativeKk),
    known: saidOrNull(person.known),
  };
}

/** Takes a person out of the case; the reason stays in the record of its changes. */
export async function removePerson(
  queries: Queries,
  id: string,
  wanted: { readonly id: string; readonly reason: string },
  actor: Actor,
): Promise<People> {
  if (!saysSomething(wanted.reason)) {
    throw new UserError({
      code: "removal-needs-reason",
      message: "Taking a person out of a case needs a reason.",
      remedy: "Say in a few words why the person does not belong to the case.",
    });
  }
  await changeCase(queries, id, actor, async (transaction) => {
    const row = z.object({ name: z.string() });
    const parameters = { id, person: wanted.id };
    const [removed] = await transaction.run("dossier/remove-person", parameters, row);
    if (!removed) throw unknown("person", wanted.id);
    const detail = `${removed.name}: ${wanted.reason}`;
    await recordChanges(transaction, [id], "person-removed", actor, detail);
  });
  return peopleOfCase(queries, id);
}

/** Writes a note, or a task where it has a last day. */
export async function addNote(
  queries: Queries,
  id: string,
  note: { readonly text: string; readonly due: string | null },
  actor: Actor,
): Promise<People> {
  if (!saysSomething(note.text)) {
    throw new UserError({
      code: "note-empty",
      message: "The note says nothing.",
      remedy: "Write it in a few words.",
    });
  }
  await changeCase(queries, id, actor, async (transaction) => {
    const parameters = { id, ...note, by: actor.by, at: BigInt(actor.at) };
    await transaction.run("dossier/add-note", parameters, idRow);
    await recordChanges(transaction, [id], "noted", actor, note.text);
  });
  return peopleOfCase(queries, id);
}

/** Says that a task is done, or that it is not. */
export async function setNote(
  queries: Queries,
  id: string,
  wanted: { readonly note: string; readonly done: boolean },
  actor: Actor,
): Promise<People> {
  await changeCase(queries, id, actor, async (transaction) => {
    const parameters = { id, ...wanted, by: actor.by, at: BigInt(actor.at) };
    const row = z.object({ text: z.string() });
    const [found] = await transaction.run("dossier/set-note", parameters, row);
    if (!found) throw unknown("note", wanted.note);
    await recordChanges(transaction, [id], "noted", actor, found.text);
  });
  return peopleOfCase(queries, id);
}
