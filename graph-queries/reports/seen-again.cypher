// Purpose: accounts of open cases in files that were loaded after the case was opened. Parameters:
// sources (ids of the new files), most (transfers of an account), hiddenCases (left out),
// limit. Returns: case, title,
// account, holder, count, file, loadedAt; the newest file first.
MATCH (c:Case {status: 'open'})-[:INCLUDES]->(a:Account)
WHERE NOT a:Exit AND NOT c.id IN $hiddenCases AND COUNT { (a)-[:TRANSFER]-() } <= $most
MATCH (a)-[u:TRANSFER]-() WHERE u.sourceId IN $sources
MATCH (s:Source {id: u.sourceId}) WHERE s.loadedAt > c.openedAt
WITH DISTINCT c, a, u, s
RETURN c.id AS case, c.title AS title, a.number AS account,
       [(h:Holder)-[:HOLDS]->(a) | h.name][0] AS holder, count(u) AS count,
       s.fileName AS file, s.loadedAt AS loadedAt
ORDER BY loadedAt DESC, count DESC, account LIMIT $limit
