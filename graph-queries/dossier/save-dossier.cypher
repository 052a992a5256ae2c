// Purpose: writes down what a court takes of a claim beside its sum. Parameters: case, claim, fields
// (properties), at, by. Returns: id; no row where the case has no such claim.
MATCH (:Case {id: $case})-[:HAS]->(k:Claim {id: $claim})
MERGE (k)-[:DOSSIER]->(d:Dossier)
SET d = $fields, d.at = $at, d.by = $by
RETURN k.id AS id
