// Purpose: notes on the accounts of a case, on transfers of these and on its clusters, the newest
// first. Parameters: id. Returns: as account-notes/list.
MATCH (c:Case {id: $id})
CALL (c) {
  MATCH (c)-[:INCLUDES]->(a:Account)
  MATCH (n:AccountNote {kind: 'account', account: a.number})
  RETURN n
  UNION
  MATCH (c)-[:FROM_CLUSTER]->(k:Cluster)
  MATCH (n:AccountNote {kind: 'cluster', account: k.id})
  RETURN n
  UNION
  MATCH (n:AccountNote {kind: 'transfer'})
  MATCH (x:Account)-[t:TRANSFER {id: n.account}]->(y:Account)
  WHERE EXISTS { (c)-[:INCLUDES]->(x) } OR EXISTS { (c)-[:INCLUDES]->(y) }
  RETURN n
}
RETURN n.id AS id, n.kind AS kind, n.account AS account, n.text AS text, n.tags AS tags, n.at AS at,
       n.by AS by
ORDER BY at DESC, id
