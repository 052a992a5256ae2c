// Purpose: claims in court whose filing keeps no facts, because an older version of the program
// filed them. Parameters: none. Returns: case, claim.
MATCH (c:Case)-[:HAS]->(k:Claim)
WHERE NOT k.status IN ['draft', 'review', 'approved', 'demand', 'withdrawn']
  AND EXISTS { MATCH (k)-[:MOVE]->(:ClaimMove {to: 'filed'}) }
  AND NOT EXISTS { MATCH (k)-[:MOVE]->(m:ClaimMove {to: 'filed'}) WHERE m.filing IS NOT NULL }
RETURN c.id AS case, k.id AS claim
ORDER BY k.openedAt, k.id
