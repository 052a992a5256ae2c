// Purpose: crime reports that describe transfers, the newest first. Parameters: limit. Returns: as
// reports/one.
MATCH (r:Report) WHERE size(coalesce(r.reported, [])) > 0 AND size(r.sourceRecords) > 0
WITH r ORDER BY r.reportedAt DESC, r.id LIMIT $limit
RETURN r.id AS id, r.reportedAt AS reportedAt, r.lure AS lure, r.victimName AS victimName,
       r.victimIin AS victimIin, [(r)-[:VICTIM]->(a:Account) | a.number] AS accounts,
       coalesce(r.transferIds, []) AS transferIds, r.reported AS reported,
       // piece: open-descriptions
       AS open, [] AS cases
