// Purpose: rows of an account's statement beside rows of another statement of the same account that
// covers the same day. Each statement knows one of the two rows and not the other: the same
// counterparty, direction and currency, within two days. Parameters: window (ms). Returns: account,
// one, other (ids of the sources), left, right (maps: from, to, properties; recorded by one and by
// other).
MATCH (x:Source)<-[:FROM]-(s:Statement)-[:OF]->(a:Account)<-[:OF]-(o:Statement)-[:FROM]->(y:Source)
WHERE x.id < y.id AND s.from <= o.to AND o.from <= s.to
WITH DISTINCT a, x.id AS one, y.id AS other, CASE WHEN s.from > o.from THEN s.from ELSE o.from END AS from,
     CASE WHEN s.to < o.to THEN s.to ELSE o.to END AS to
MATCH (a)-[t:TRANSFER]-(b:Account)
WHERE t.bookedAt >= from AND t.bookedAt <= to
  AND (t.sourceId = one OR one IN coalesce(t.alsoSourceIds, []))
  AND NOT (t.sourceId = other OR other IN coalesce(t.alsoSourceIds, []))
WITH DISTINCT a, b, t, one, other, from, to
MATCH (a)-[u:TRANSFER]-(b)
WHERE u.bookedAt >= from AND u.bookedAt <= to
  AND (u.sourceId = other OR other IN coalesce(u.alsoSourceIds, []))
  AND NOT (u.sourceId = one OR one IN coalesce(u.alsoSourceIds, []))
  AND (startNode(u) = a) = (startNode(t) = a) AND u.currency = t.currency AND abs(u.bookedAt - t.bookedAt) <= $window
RETURN DISTINCT a.number AS account, one, other,
       {from: startNode(t).number, to: endNode(t).number, properties: properties(t)} AS left,
       {from: startNode(u).number, to: endNode(u).number, properties: properties(u)} AS right
