// Purpose: crime reports of a period with their victims. Parameters: from, until (null = no bound).
// Returns: id, at (null = no date), name, person (key by which a victim counts once); the oldest first.
MATCH (r:Report)
WHERE ($from IS NULL OR r.reportedAt >= $from) AND ($until IS NULL OR r.reportedAt < $until)
OPTIONAL MATCH (r)-[:VICTIM]->(v:Account)
WITH r, v ORDER BY v.number
WITH r, collect(v) AS accounts
UNWIND CASE WHEN size(accounts) = 0 THEN [null] ELSE accounts END AS v
RETURN r.id AS id, r.reportedAt AS at, r.victimName AS name,
       coalesce(r.victimIin, [(h:Holder)-[:HOLDS]->(v) | h.key][0], v.number, r.id) AS person
ORDER BY coalesce(at, 9007199254740991), id, person
