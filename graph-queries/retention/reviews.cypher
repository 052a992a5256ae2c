// Purpose: the last review of everything that was kept longer. Parameters: none. Returns: class, id,
// until, reason, by, at.
MATCH (v:RetentionReview)
WITH v ORDER BY v.at
WITH v.class AS class, v.id AS id, last(collect(v)) AS v
RETURN class, id, v.until AS until, v.reason AS reason, v.by AS by, v.at AS at
