// Purpose: when devices operated the accounts of every device that operated more than one; where a log
// names only the person, the accounts that he holds. Parameters: none. Returns: account, device, first,
// last (UTC milliseconds), count (of sessions).
MATCH (d:Device)-[:OPERATED]->(a:Account)
WITH d, count(DISTINCT a) AS accounts
WHERE accounts > 1
MATCH (d)-[:OPERATED]->(a:Account)
WITH DISTINCT a
CALL (a) {
  WITH a WHERE a.number STARTS WITH 'UNNUMBERED:'
  MATCH (a)<-[:HOLDS]-(:Holder)-[:HOLDS]->(b:Account) WHERE b <> a
  RETURN collect(b.number) AS named
}
MATCH (e:Device)-[o:OPERATED]->(a)
WITH a, named, e.id AS device, min(o.first) AS first, max(o.last) AS last,
     sum(o.count) AS count
UNWIND CASE WHEN size(named) > 0 THEN named ELSE [a.number] END AS account
RETURN account, device, first, last, count
ORDER BY account, device, first
