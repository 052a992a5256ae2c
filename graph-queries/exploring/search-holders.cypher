// Purpose: holders by words of their folded name. Parameters: words (a Lucene query, escaped),
// limit. Returns: key, name, iin, accounts, reports
// (whose victim the holder is).
CALL db.index.fulltext.queryNodes('holder_name_key', $words, {limit: $limit}) YIELD node AS h, score
RETURN h.key AS key, h.name AS name, coalesce(h.iin, h.bin) AS iin, [(h)-[:HOLDS]->(a) | a.number] AS accounts,
       [(h)-[:HOLDS]->(:Account)<-[:VICTIM]-(r:Report) | r.id] AS reports
ORDER BY score DESC, key
