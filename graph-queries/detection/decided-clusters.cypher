// Purpose: droppers of clusters that were decided about, to learn from. Parameters: none. Returns:
// cluster, accounts.
MATCH (d:Decision {subject: 'cluster'})
WITH DISTINCT d.target AS target
MATCH (c:Cluster {id: target})-[m:MEMBER]->(a:Account)
WHERE m.role <> 'victim'
RETURN c.id AS cluster, collect(a.number) AS accounts
