// Purpose: whose money transfers carried and claims ask for. Parameters: transfers, claims (ids).
// Returns one row: transfers (id, losses: itself where a report names it, else the stolen transfers
// of the claims that ask for what it carried), claims (id, losses).
RETURN
  COLLECT {
    UNWIND $transfers AS id
    WITH id, EXISTS { MATCH (r:Report) WHERE id IN r.transferIds } AS reported
    RETURN {id: id, losses: CASE WHEN reported THEN [id] ELSE COLLECT {
      MATCH (k:Claim)-[:LINE]->(l:ClaimLine {transferId: id})
      WHERE k.status <> 'withdrawn' AND l.amount > 0
      UNWIND CASE k.method WHEN 'direct' THEN [id] ELSE coalesce(k.origins, []) END AS loss
      RETURN DISTINCT loss ORDER BY loss
    } END}
  } AS transfers,
  COLLECT {
    MATCH (k:Claim) WHERE k.id IN $claims
    RETURN {id: k.id, losses: CASE k.method
      WHEN 'direct' THEN COLLECT {
        MATCH (k)-[:LINE]->(l:ClaimLine) WHERE l.amount > 0 RETURN l.transferId ORDER BY l.transferId
      }
      ELSE coalesce(k.origins, []) END}
  } AS claims
