// Purpose: writes new claims with their lines, or a draft's lines anew (claims/clear has taken the
// old ones away). Parameters: case, number (highest claim number), claims (id, properties of a new
// claim, reckoned: what follows from the data, lines). Returns: lines.
MATCH (c:Case {id: $case})
SET c.claimNumber = $number
WITH c
UNWIND $claims AS x
MERGE (k:Claim {id: x.id})
  ON CREATE SET k += x.properties
SET k += x.reckoned
MERGE (c)-[:HAS]->(k)
WITH k, x
UNWIND x.lines AS line
CREATE (k)-[:LINE]->(l:ClaimLine)
SET l = line
RETURN count(l) AS lines
