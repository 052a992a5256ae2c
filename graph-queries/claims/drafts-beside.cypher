// Purpose: open cases with a draft of a direct claim whose victim is that of some claims, or of the
// claims that returns of the register are about: a bank's row on it may show their money.
// Parameters: claims (ids), measures (ids), at (those written down at this instant too, or null).
// Returns: id (of a case).
CALL () {
  MATCH (k:Claim) WHERE k.id IN $claims
  RETURN k.victimKey AS victim
  UNION
  MATCH (m:Measure {kind: 'return'})
  WHERE (m.id IN $measures OR m.at = $at) AND m.claim IS NOT NULL
  MATCH (k:Claim {id: m.claim})
  RETURN k.victimKey AS victim
  UNION
  MATCH (m:Measure {kind: 'return'})
  WHERE (m.id IN $measures OR m.at = $at) AND m.transfer IS NOT NULL
  MATCH (k:Claim)-[:LINE]->(:ClaimLine {transferId: m.transfer})
  RETURN k.victimKey AS victim
}
WITH collect(DISTINCT victim) AS victims
MATCH (c:Case {status: 'open'})
WHERE EXISTS {
  MATCH (c)-[:HAS]->(k:Claim {status: 'draft', method: 'direct'}) WHERE k.victimKey IN victims
}
RETURN c.id AS id ORDER BY c.number
