// Purpose: whether the subject of a decision exists. Parameters: subject, target. Returns: found,
// accounts (of a cluster).
OPTIONAL MATCH (a:Account {number: $target}) WHERE $subject = 'account'
OPTIONAL MATCH (c:Cluster {id: $target}) WHERE $subject = 'cluster'
RETURN (a IS NOT NULL OR c IS NOT NULL) AS found, [(c)-[:MEMBER]->(m:Account) | m.number] AS accounts
