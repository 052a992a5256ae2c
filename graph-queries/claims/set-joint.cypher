// Purpose: writes down who caused the harm of a claim together with its defendant, in place of what
// was written before. Parameters: claim, others (key, name, iin, person: id of a person of the case
// or null), why (null where there is nobody), whyKk (the same in Kazakh, or null), by, at. Returns:
// id.
MATCH (k:Claim {id: $claim})
OPTIONAL MATCH (k)-[:JOINT]->(old:JointDefendant)
DETACH DELETE old
WITH DISTINCT k
SET k.jointWhy = $why, k.jointWhyKk = $whyKk,
    k.jointBy = CASE WHEN $why IS NULL THEN null ELSE $by END,
    k.jointAt = CASE WHEN $why IS NULL THEN null ELSE $at END
FOREACH (place IN range(0, size($others) - 1) |
  CREATE (k)-[:JOINT]->(j:JointDefendant {number: place})
  SET j += $others[place])
RETURN k.id AS id
