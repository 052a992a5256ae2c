// Purpose: devices of session logs that operated several accounts, for ways between accounts; where a
// log names only the person, the accounts that he holds. Parameters: most (a device of more accounts
// is nobody's own). Returns: device, accounts.
MATCH (d:Device)-[:OPERATED]->(a:Account)
OPTIONAL MATCH (a)<-[:HOLDS]-(:Holder)-[:HOLDS]->(b:Account)
WHERE a.number STARTS WITH 'UNNUMBERED:' AND b <> a
WITH d, collect(DISTINCT coalesce(b.number, a.number)) AS accounts
WHERE size(accounts) > 1 AND size(accounts) <= $most
RETURN d.id AS device, accounts ORDER BY device
