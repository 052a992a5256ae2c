// Purpose: crime reports no source knows any more go, unless something besides their victims'
// accounts points to them. Parameters: keys. Returns: nothing.
UNWIND $keys AS id
MATCH (r:Report {id: id})
CALL (r) {
  WITH r WHERE EXISTS { (r)-[x]-() WHERE type(x) <> 'VICTIM' }
  SET r.told = []
}
CALL (r) {
  WITH r WHERE NOT EXISTS { (r)-[x]-() WHERE type(x) <> 'VICTIM' }
  DETACH DELETE r
}
