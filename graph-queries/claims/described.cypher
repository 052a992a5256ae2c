// Purpose: stolen transfers that crime reports of a case only describe: nothing of the data was
// accepted for them. Parameters: id. Returns: report, described (JSON texts).
MATCH (c:Case {id: $id})-[:ABOUT]->(r:Report)
WHERE size(coalesce(r.reported, [])) > 0
RETURN r.id AS report,
       // piece: open-descriptions
       AS described
ORDER BY report
