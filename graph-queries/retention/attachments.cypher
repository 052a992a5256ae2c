// Purpose: files taken out of cases whose bytes are still kept, the longest first. Parameters: before
// (taken out earlier). Returns: id, name, since, case.
MATCH (c:Case)-[:FILE]->(f:CaseFile) WHERE f.removedAt < $before AND f.erasedAt IS NULL
RETURN f.id AS id, f.name AS name, f.removedAt AS since, c.id AS case ORDER BY since, id
