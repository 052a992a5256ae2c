// Purpose: whom claims are against. Parameters: claims (ids). Returns: claim, names (the first
// defendant, then those who answer with him; of one without a name the IIN, or the account).
MATCH (k:Claim) WHERE k.id IN $claims
RETURN k.id AS claim,
       [one IN [coalesce(k.defendantName, k.defendantIin, k.defendantKey)] + COLLECT {
         MATCH (k)-[:JOINT]->(j:JointDefendant)
         RETURN coalesce(j.name, j.iin) ORDER BY j.number
       } WHERE one IS NOT NULL] AS names
