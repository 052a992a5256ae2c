// Purpose: writes down a person of a case, a new one under the next number where `person` is null.
// Parameters: id, person (its id, or null), fields (properties), at, by. Returns: id; no row where
// the case has no such person.
MATCH (c:Case {id: $id})
CALL (c) {
  WITH c WHERE $person IS NULL
  SET c.personNumber = coalesce(c.personNumber, 0) + 1
  CREATE (c)-[:PERSON]->(p:Person {id: c.id + '-P' + toString(c.personNumber), number: c.personNumber})
  RETURN p
  UNION
  MATCH (c)-[:PERSON]->(p:Person {id: $person})
  RETURN p
}
SET p += $fields, p.at = $at, p.by = $by, p.addedAt = coalesce(p.addedAt, $at)
RETURN p.id AS id
