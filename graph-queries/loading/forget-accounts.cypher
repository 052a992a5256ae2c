// Purpose: accounts no source knows any more go, with a holder known only through them. One that a
// case, a report or a detection run still points to stays, bare. Parameters: keys. Returns:
// nothing.
UNWIND $keys AS number
MATCH (a:Account {number: number})
CALL (a) {
  MATCH (h:Holder)-[holds:HOLDS]->(a)
  DELETE holds
  WITH h WHERE h.key STARTS WITH 'account:'
  DETACH DELETE h
}
CALL (a) {
  WITH a WHERE EXISTS { (a)--() }
  SET a = {number: a.number, stub: true, sourceRecords: []}
}
CALL (a) {
  WITH a WHERE NOT EXISTS { (a)--() }
  DELETE a
}
