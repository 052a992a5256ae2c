// Purpose: watched accounts and people in files that were loaded since they were last looked at.
// Accounts with very many transfers are shops or pooled ones and left out. Parameters: by (login), most
// (transfers of an account). Returns: id, kind, what, title, at, known (empty), count (new transfers),
// accounts, file and loadedAt (of the newest file); the newest file first.
MATCH (w:Watch {by: $by}) WHERE w.kind <> 'search'
CALL (w) {
  MATCH (a:Account {number: w.what}) WHERE w.kind = 'account' RETURN a
  UNION
  MATCH (:Holder {key: w.what})-[:HOLDS]->(a:Account) WHERE w.kind = 'person' RETURN a
}
WITH w, a WHERE COUNT { (a)-[:TRANSFER]-() } <= $most
MATCH (a)-[t:TRANSFER]-()
MATCH (s:Source {id: t.sourceId}) WHERE s.sequence > w.sequence AND coalesce(s.state, 'loaded') = 'loaded'
WITH w, count(DISTINCT t) AS count, collect(DISTINCT a.number) AS accounts, collect(DISTINCT s) AS files
WITH w, count, accounts,
     reduce(last = head(files), s IN files | CASE WHEN s.sequence > last.sequence THEN s ELSE last END) AS s
RETURN w.id AS id, w.kind AS kind, w.what AS what, w.title AS title, w.at AS at, [] AS known,
       count, accounts, s.fileName AS file, s.loadedAt AS loadedAt
ORDER BY loadedAt DESC, id
