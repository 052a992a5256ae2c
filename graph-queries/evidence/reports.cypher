// Purpose: the crime reports of a case. Parameters: case. Returns: report (properties), accounts
// (the victim's, numbers), sourceIds.
MATCH (:Case {id: $case})-[:ABOUT]->(r:Report)
RETURN r {.id, .reportedAt, .lure, .victimName, .victimIin, transferIds: coalesce(r.transferIds, [])} AS report,
       COLLECT { MATCH (r)-[:VICTIM]->(a:Account) RETURN a.number ORDER BY a.number } AS accounts
ORDER BY r.id
