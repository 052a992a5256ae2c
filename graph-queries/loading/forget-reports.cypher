// Purpose: crime reports no source knows any more go. One that something besides its victims'
// accounts points to stays by its number, and names no stolen transfer any more. Parameters: keys.
// Returns: nothing.
UNWIND $keys AS id
MATCH (r:Report {id: id})
CALL (r) {
  WITH r WHERE EXISTS { (r)-[x]-() WHERE type(x) <> 'VICTIM' }
  SET r.sourceRecords = [], r.cited = [], r.stated = [], r.transferIds = [], r.reported = null, r.reportedKeys = null, r.reportedStated = null
}
CALL (r) {
  WITH r WHERE NOT EXISTS { (r)-[x]-() WHERE type(x) <> 'VICTIM' }
  DETACH DELETE r
}
