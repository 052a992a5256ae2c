// Purpose: who holds an account, one holder each; a holder known only through this account goes
// when another is found. Parameters: holdings (number, key or null). Returns: nothing.
UNWIND $holdings AS holding
MATCH (a:Account {number: holding.number})
CALL (a, holding) {
  MATCH (old:Holder)-[h:HOLDS]->(a) WHERE holding.key IS NULL OR old.key <> holding.key
  DELETE h
  WITH old WHERE old.key STARTS WITH 'account:'
  DETACH DELETE old
}
CALL (a, holding) {
  MATCH (h:Holder {key: holding.key})
  MERGE (h)-[:HOLDS]->(a)
}
