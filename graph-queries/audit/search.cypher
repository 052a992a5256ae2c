// Purpose: entries of the log that fit, the newest first. Parameters: before (their numbers are less),
// limit; who (the beginning of a login, lower case), what, target (id, or the case it was done in),
// from, until (instants): each may be null. Returns: seq, at, who, what, target, details,
// previousHash, hash.
MATCH (e:AuditEntry)
WHERE e.seq < $before
  AND ($who IS NULL OR toLower(e.who) STARTS WITH $who)
  AND ($what IS NULL OR e.what = $what)
  AND ($target IS NULL OR e.target = $target OR e.target STARTS WITH $target + ' '
       OR e.details CONTAINS '"' + $target + '"')
  AND ($from IS NULL OR e.at >= $from)
  AND ($until IS NULL OR e.at < $until)
RETURN e.seq AS seq, e.at AS at, e.who AS who, e.what AS what, e.target AS target, e.details AS details,
       e.previousHash AS previousHash, e.hash AS hash
ORDER BY seq DESC
LIMIT $limit
