// Purpose: loaded files for their review, the oldest first. Parameters: before (loaded earlier).
// Returns: id, name, since.
MATCH (s:Source) WHERE s.state = 'loaded' AND s.loadedAt < $before
RETURN s.id AS id, s.fileName AS name, s.loadedAt AS since ORDER BY since, id
