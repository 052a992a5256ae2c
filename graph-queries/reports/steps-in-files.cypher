// Purpose: which of these transfers are in the new files. Parameters: ids, sources (ids of files).
// Returns: id, sequence and loadedAt of the file, file (its name).
UNWIND $ids AS id
MATCH ()-[t:TRANSFER {id: id}]->() WHERE t.sourceId IN $sources
MATCH (s:Source {id: t.sourceId})
RETURN id, s.sequence AS sequence, s.loadedAt AS loadedAt, s.fileName AS file
