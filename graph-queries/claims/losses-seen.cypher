// Purpose: how often a person changed what was stolen by the transfers of a claim, since it was
// opened. Parameters: case, claim. Returns: losses; no row where there is no such claim in the
// case.
MATCH (:Case {id: $case})-[:HAS]->(k:Claim {id: $claim})
RETURN coalesce(k.losses, 0) AS losses
