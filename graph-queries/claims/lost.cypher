// Purpose: what was lost by stolen payments for which perhaps no claim stands any more. Parameters:
// ids. Returns: id, lost (minor units: as a person decided, else what the last withdrawn claim against
// the first holder asked for, else the bank's row); no row where nothing says it.
UNWIND $ids AS id
OPTIONAL MATCH ()-[t:TRANSFER {id: id}]->()
WITH id, t, COLLECT {
  MATCH (f:VictimFigure {transferId: id}) RETURN f ORDER BY f.at DESC LIMIT 1
}[0] AS f, COLLECT {
  MATCH (k:Claim {method: 'direct', status: 'withdrawn'})-[:LINE]->(l:ClaimLine {transferId: id})
  WHERE l.amount > 0 RETURN l.amount ORDER BY k.openedAt DESC LIMIT 1
}[0] AS asked
WITH id, CASE WHEN f.claim = 'stated' AND f.whole = t.amount THEN f.stated
              ELSE coalesce(asked, t.amount) END AS lost
WHERE lost IS NOT NULL
RETURN id, lost
