// Purpose: holders by IIN or BIN. Parameters: iin. Returns: key, name, iin, accounts, reports
// (whose victim the holder is).
MATCH (h:Holder {key: $iin})
RETURN h.key AS key, h.name AS name, coalesce(h.iin, h.bin) AS iin, [(h)-[:HOLDS]->(a) | a.number] AS accounts,
       [(h)-[:HOLDS]->(:Account)<-[:VICTIM]-(r:Report) | r.id] AS reports
