// Purpose: what to call a case opened from a cluster. Parameters: cluster. Returns: rank, name (of
// the account to look at first).
MATCH (k:Cluster {id: $cluster})
RETURN k.rank AS rank, [(h:Holder)-[:HOLDS]->(:Account {number: k.lookFirst}) | h.name][0] AS name
