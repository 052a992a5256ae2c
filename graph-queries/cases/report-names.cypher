// Purpose: what to call a case opened from crime reports. Parameters: reports (ids). Returns: id,
// name (of the victim), in the order asked.
UNWIND range(0, size($reports) - 1) AS place
MATCH (r:Report {id: $reports[place]})
WITH place, r, [(r)-[:VICTIM]->(:Account)<-[:HOLDS]-(h:Holder) | h.name][0] AS holder
RETURN r.id AS id, coalesce(r.victimName, holder) AS name ORDER BY place
