// Purpose: crime reports that describe transfers, by their numbers. Parameters: ids. Returns: as
// reports/one.
MATCH (r:Report)
WHERE r.id IN $ids AND size(coalesce(r.reported, [])) > 0 AND size(r.sourceRecords) > 0
WITH DISTINCT r ORDER BY r.id
RETURN r.id AS id, r.reportedAt AS reportedAt, r.lure AS lure, r.victimName AS victimName,
       r.victimIin AS victimIin, [(r)-[:VICTIM]->(a:Account) | a.number] AS accounts,
       coalesce(r.transferIds, []) AS transferIds, r.reported AS reported,
       // piece: open-descriptions
       AS open, [] AS cases
