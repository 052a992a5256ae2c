// Purpose: crime reports that describe transfers of which nothing was accepted, the newest first.
// Parameters: limit. Returns: as reports/one.
MATCH (r:Report) WHERE size(coalesce(r.reported, [])) > 0 AND size(r.sourceRecords) > 0
WITH r,
     // piece: open-descriptions
     AS open
WHERE size(open) > 0
WITH r, open ORDER BY r.reportedAt DESC, r.id LIMIT $limit
RETURN r.id AS id, r.reportedAt AS reportedAt, r.lure AS lure, r.victimName AS victimName,
       r.victimIin AS victimIin, [(r)-[:VICTIM]->(a:Account) | a.number] AS accounts,
       coalesce(r.transferIds, []) AS transferIds, r.reported AS reported, open, [] AS cases
