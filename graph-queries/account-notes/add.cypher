// Purpose: writes a note on an account, a transfer or a cluster. Parameters: kind, account (its number
// or id), note (id, text, tags, at, by). Returns: id; no row where the data have no such thing.
OPTIONAL MATCH (a:Account {number: $account})
OPTIONAL MATCH ()-[t:TRANSFER {id: $account}]->()
OPTIONAL MATCH (k:Cluster {id: $account})
WITH CASE $kind WHEN 'account' THEN a IS NOT NULL WHEN 'transfer' THEN t IS NOT NULL
                ELSE k IS NOT NULL END AS known LIMIT 1
WHERE known
CREATE (n:AccountNote {kind: $kind, account: $account})
SET n += $note
RETURN n.id AS id
