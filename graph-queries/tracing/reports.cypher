// Purpose: every crime report, as tracing needs it. Parameters: none. Returns: id, victimIin,
// victimName, accounts (the victim's), transferIds.
MATCH (r:Report)
RETURN r.id AS id, r.victimIin AS victimIin, r.victimName AS victimName,
       [(r)-[:VICTIM]->(a:Account) | a.number] AS accounts, coalesce(r.transferIds, []) AS transferIds
ORDER BY id
