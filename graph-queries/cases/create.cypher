// Purpose: opens an empty case under the next number. Parameters: title, at, by. Returns: id.
MERGE (n:Counter {name: 'case'})
SET n.value = coalesce(n.value, 0) + 1
CREATE (c:Case {id: 'C' + toString(n.value), number: n.value, title: $title, status: 'open', openedAt: $at, openedBy: $by})
RETURN c.id AS id
