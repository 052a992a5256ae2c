// Purpose: makes other changes to the claims of a case wait until this transaction ends. Parameters: id, at.
// Returns: number (claims ever opened in it); no row where the case is unknown.
MATCH (c:Case {id: $id})
SET c.claimsChangedAt = $at
RETURN coalesce(c.claimNumber, 0) AS number, c.status AS status
