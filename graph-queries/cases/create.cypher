// Purpose: opens an empty case under the next number; the person who opens it becomes its member.
// Parameters: title, at, by. Returns: id.
MERGE (n:Counter {name: 'case'})
SET n.value = coalesce(n.value, 0) + 1
CREATE (c:Case {id: 'C' + toString(n.value), number: n.value, title: $title, status: 'open', openedAt: $at, openedBy: $by})
WITH c
OPTIONAL MATCH (u:User {login: $by})
FOREACH (one IN CASE WHEN u IS NULL THEN [] ELSE [u] END |
  MERGE (c)-[m:MEMBER]->(one) ON CREATE SET m.by = $by, m.at = $at)
RETURN c.id AS id
