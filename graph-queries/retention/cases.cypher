// Purpose: closed cases for their review, the longest closed first. Parameters: before (closed
// earlier). Returns: id, name (empty: a title may name a person), since.
MATCH (c:Case {status: 'closed'})
WITH c, coalesce(head(COLLECT {
  MATCH (c)-[:CHANGE]->(x:Change {what: 'closed'}) RETURN x.at ORDER BY x.version DESC LIMIT 1
}), c.changedAt, c.openedAt) AS since
WHERE since < $before
RETURN c.id AS id, '' AS name, since ORDER BY since, id
