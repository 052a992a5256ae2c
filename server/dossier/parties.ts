import type { Person, PersonFields } from "../../contract/dossier.ts";
import { isParty, proposal } from "./people.store.ts";
import type { KnownParty } from "./readiness.ts";

/** A party of a claim; id null = nobody has written the person down yet. */
export interface ClaimPerson extends PersonFields {
  readonly id: string | null;
}

/** A person who answers together with the defendant; `person` = the one of the case who is named. */
interface JointParty {
  readonly key: string;
  readonly name: string | null;
  readonly iin: string | null;
  readonly person: string | null;
}

/** The party as written down by a person; what nobody wrote is what the claim itself says. */
export function partyOf(
  people: readonly Person[],
  party: Parameters<typeof proposal>[0],
): ClaimPerson {
  const written = people.find((one) => isParty(one, party));
  if (!written) return { ...proposal(party), id: null };
  const { at: _at, by: _by, ...person } = written;
  return { ...person, iin: person.iin ?? party.iin };
}

/** The same of who answers together with the defendant: the person named, else by IIN or holder. */
export function jointPartyOf(
  people: readonly Person[],
  { person, ...party }: JointParty,
): ClaimPerson {
  const written = people.find((one) => one.id === person);
  if (written === undefined) return partyOf(people, { ...party, role: "dropper" });
  const { at: _at, by: _by, ...named } = written;
  return { ...named, iin: named.iin ?? party.iin };
}

/** What a court may rely on: a proposal nobody has written down is not known yet. */
export function knownOf({ id, ...person }: ClaimPerson): KnownParty {
  const { name, iin, birthDate, address, phone, email, representative } = person;
  const sure = id === null ? { birthDate: null } : { birthDate };
  return { name: name === "" ? null : name, iin, address, phone, email, representative, ...sure };
}
