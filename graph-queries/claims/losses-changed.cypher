// Purpose: what was stolen by transfers is another sum from now on: a step that began before this
// is not taken. Parameters: ids (of the transfers). Returns: nothing.
MATCH (k:Claim)
WHERE k.status <> 'withdrawn'
  AND (any(origin IN coalesce(k.origins, []) WHERE origin IN $ids)
    OR EXISTS { MATCH (k)-[:LINE]->(l:ClaimLine) WHERE l.amount > 0 AND l.transferId IN $ids })
SET k.losses = coalesce(k.losses, 0) + 1
