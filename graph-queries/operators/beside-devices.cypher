// Purpose: the accounts that some devices operated, with their holders. Parameters: devices. Returns:
// device, accounts (account, holder).
UNWIND $devices AS id
MATCH (d:Device {id: id})-[:OPERATED]->(a:Account)
WITH DISTINCT d, a
RETURN d.id AS device,
       collect({account: a.number, holder: [(h:Holder)-[:HOLDS]->(a) | h.key][0]}) AS accounts
