// Purpose: loaded and duplicates of the other session logs, after one was taken out. Parameters: id (of
// that one). Returns: nothing.
MATCH (f:Source {kind: 'sessions', state: 'loaded'}) WHERE f.id <> $id
CALL (f) {
  MATCH (s:AccountSession {source: f.id})
  RETURN count(s) AS loaded
}
SET f.loaded = loaded, f.duplicates = f.read - f.rejected - loaded
