// Purpose: takes the lines of drafts away before they are written anew. Parameters: ids (claims).
// Returns: lines.
MATCH (k:Claim)-[:LINE]->(l:ClaimLine) WHERE k.id IN $ids
DETACH DELETE l
RETURN count(*) AS lines
