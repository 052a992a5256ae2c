// Purpose: the accounts that a device operated, the earliest first; where a log names only the person,
// the accounts that he holds. Parameters: id. Returns: account, model, first, last, count (of sessions).
MATCH (:Device {id: $id})-[o:OPERATED]->(a:Account)
WITH a, min(o.first) AS first, max(o.last) AS last, collect(o.model)[0] AS model
CALL (a) {
  MATCH (s:AccountSession {account: a.number})
  WHERE s.at IS NOT NULL AND s.what IS NOT NULL AND s.device = $id
  RETURN count(s) AS sessions
}
CALL (a) {
  WITH a WHERE a.number STARTS WITH 'UNNUMBERED:'
  MATCH (a)<-[:HOLDS]-(:Holder)-[:HOLDS]->(b:Account) WHERE b <> a
  RETURN collect(b) AS named
}
UNWIND CASE WHEN size(named) > 0 THEN named ELSE [a] END AS account
WITH account, collect(model)[0] AS model, min(first) AS first, max(last) AS last, sum(sessions) AS count
RETURN account.number AS account, model, first, last, count
ORDER BY first, account
