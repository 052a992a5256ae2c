// Purpose: which device operated which account, as one source tells. Accounts are there. Parameters:
// source, operated (device, account, first, last, count, model). Returns: nothing.
UNWIND $operated AS one
MATCH (a:Account {number: one.account})
MERGE (d:Device {id: one.device})
MERGE (d)-[o:OPERATED {source: $source}]->(a)
ON CREATE SET o.first = one.first, o.last = one.last, o.count = one.count, o.model = one.model
ON MATCH SET
  o.model = CASE WHEN one.last >= o.last THEN coalesce(one.model, o.model) ELSE o.model END,
  o.first = CASE WHEN one.first < o.first THEN one.first ELSE o.first END,
  o.last = CASE WHEN one.last > o.last THEN one.last ELSE o.last END,
  o.count = o.count + one.count
