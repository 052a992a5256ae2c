// Purpose: files whose load was cut off, that are out again and were not loaded since. Parameters:
// since (UTC ms). Returns: source (map of its properties).
MATCH (s:WithdrawnSource {state: 'failed'})
WHERE s.withdrawnAt >= $since AND NOT EXISTS { (:Source {id: s.id}) }
RETURN properties(s) AS source ORDER BY s.withdrawnAt DESC LIMIT 200
