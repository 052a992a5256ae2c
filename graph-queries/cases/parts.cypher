// Purpose: what a case is made of. Parameters: id. Returns: clusters (ids), accounts (number, role,
// name), reports (ids).
MATCH (c:Case {id: $id})
RETURN COLLECT { MATCH (c)-[f:FROM_CLUSTER]->(k:Cluster) RETURN k.id ORDER BY f.addedAt, k.id } AS clusters,
       COLLECT {
         MATCH (c)-[i:INCLUDES]->(a:Account)
         WITH a, i ORDER BY a.number
         RETURN {number: a.number, role: i.role, name: [(h:Holder)-[:HOLDS]->(a) | h.name][0], bank: a.bank}
       } AS accounts,
       COLLECT { MATCH (c)-[:ABOUT]->(r:Report) RETURN r.id ORDER BY r.id } AS reports
