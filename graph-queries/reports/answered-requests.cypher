// Purpose: statements that were asked for and are in files loaded since. Parameters: sources (ids of the
// new files), limit. Returns: account, holder, bank, from, until (of the request, UTC milliseconds; until
// null = up to the answer), askedAt, by, whole (all the days are there), file, loadedAt; the newest file
// first.
MATCH (q:StatementRequest)
MATCH (a:Account {number: q.account})<-[:OF]-(st:Statement)-[:FROM]->(s:Source)
WHERE s.id IN $sources AND s.loadedAt >= q.at
  AND st.to >= q.from AND (q.until IS NULL OR st.from <= q.until)
WITH q, a, min(st.from) AS first, max(st.to) AS last, collect(DISTINCT s) AS files
WITH q, a, first, last,
     reduce(newest = head(files), s IN files | CASE WHEN s.sequence > newest.sequence THEN s ELSE newest END) AS s
RETURN q.account AS account, [(h:Holder)-[:HOLDS]->(a) | h.name][0] AS holder, a.bank AS bank,
       q.from AS from, q.until AS until, q.at AS askedAt, q.by AS by,
       first <= q.from AND (q.until IS NULL OR last >= q.until) AS whole,
       s.fileName AS file, s.loadedAt AS loadedAt
ORDER BY loadedAt DESC, account, from LIMIT $limit
