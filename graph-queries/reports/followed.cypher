// Purpose: crime reports whose money can be followed, the newest first. Parameters: limit. Returns: id,
// victim, known (sequence of the file that the report came in), transferIds.
MATCH (r:Report)
WHERE size(coalesce(r.transferIds, [])) > 0 AND size(coalesce(r.sourceRecords, [])) > 0
RETURN r.id AS id, r.victimName AS victim, toInteger(split(r.sourceRecords[0], ' ')[0]) AS known,
       r.transferIds AS transferIds
ORDER BY r.reportedAt DESC, id LIMIT $limit
