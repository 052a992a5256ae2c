// Purpose: the crime reports of a case. Parameters: case. Returns: report (properties), accounts
// (the victim's, numbers), described (JSON
// texts of stolen transfers for which nothing of the data was accepted).
MATCH (:Case {id: $case})-[:ABOUT]->(r:Report)
RETURN r {.id, .reportedAt, .lure, .victimName, .victimIin, transferIds: coalesce(r.transferIds, [])} AS report,
       COLLECT { MATCH (r)-[:VICTIM]->(a:Account) RETURN a.number ORDER BY a.number } AS accounts,
       // piece: open-descriptions
       AS described
ORDER BY r.id
