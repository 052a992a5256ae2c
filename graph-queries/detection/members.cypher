// Purpose: members of a cluster in the order to look at them. Parameters: cluster.
// Returns: account, bank, holderName, holderKind, member (properties).
MATCH (c:Cluster {id: $cluster})-[m:MEMBER]->(a:Account)
RETURN a.number AS account, a.bank AS bank, [(h:Holder)-[:HOLDS]->(a) | h.name][0] AS holderName,
       coalesce([(h:Holder)-[:HOLDS]->(a) | h.kind][0], 'unknown') AS holderKind, properties(m) AS member
ORDER BY m.order
