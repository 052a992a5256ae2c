// Purpose: loaded and duplicates of transfer files, from what is in the graph. Parameters: ids.
// Returns: nothing.
UNWIND $ids AS id
MATCH (s:Source {id: id, kind: 'transfers'})
CALL (s) {
  MATCH ()-[t:TRANSFER {sourceId: s.id}]->()
  RETURN count(t) AS loaded
}
SET s.loaded = loaded, s.duplicates = s.read - s.rejected - loaded
