// Purpose: writes down a change of cases, claims or files that this transaction holds still. Parameters: ids,
// what, detail, by, at. Returns: recorded.
UNWIND $ids AS id
MATCH (n:Case|Claim|Source {id: id})
WITH n, coalesce(n.version, 0) + 1 AS version
SET n.version = version
CREATE (n)-[:CHANGE]->(:Change {version: version, what: $what, detail: $detail, by: $by, at: $at})
RETURN count(*) AS recorded
