// Purpose: writes new claims with their lines, or adds lines to a draft. Parameters: case, number
// (highest claim number), claims (id, properties, reports, lines). Returns: nothing needed.
MATCH (c:Case {id: $case})
SET c.claimNumber = $number
WITH c
UNWIND $claims AS x
MERGE (k:Claim {id: x.id})
  ON CREATE SET k += x.properties
MERGE (c)-[:HAS]->(k)
SET k.reports = reduce(all = coalesce(k.reports, []), r IN x.reports | CASE WHEN r IN all THEN all ELSE all + r END)
WITH k, x
UNWIND x.lines AS line
CREATE (k)-[:LINE]->(l:ClaimLine)
SET l = line
RETURN count(l) AS lines
