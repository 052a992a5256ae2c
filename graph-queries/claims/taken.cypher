// Purpose: claims that hold any of these lines already. Parameters: keys. Returns: key, claim (id).
UNWIND $keys AS key
MATCH (k:Claim)-[:LINE]->(l:ClaimLine {key: key})
RETURN l.key AS key, k.id AS claim
