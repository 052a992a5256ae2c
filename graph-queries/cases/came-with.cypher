// Purpose: the accounts and crime reports that came into a case with a cluster and by no other way.
// Parameters: id, clusters (ids). Returns: accounts (numbers), reports (ids).
MATCH (c:Case {id: $id})
RETURN COLLECT {
         MATCH (c)-[f:FROM_CLUSTER]->(k:Cluster) WHERE k.id IN $clusters
         MATCH (c)-[i:INCLUDES {cluster: k.id}]->(a:Account) WHERE i.addedAt >= f.addedAt
         RETURN DISTINCT a.number
       } AS accounts,
       COLLECT {
         MATCH (c)-[x:ABOUT]->(r:Report) WHERE x.cluster IN $clusters
         RETURN DISTINCT r.id
       } AS reports
