// Purpose: what the database holds, to tell whether a column snapshot is still true. Counts come
// from the count store. Parameters: none. Returns: transfers, accounts, holdings, sources (list of
// "id state loadedAt").
CALL () { MATCH ()-[t:TRANSFER]->() RETURN count(t) AS transfers }
CALL () { MATCH (a:Account) RETURN count(a) AS accounts }
CALL () { MATCH ()-[h:HOLDS]->() RETURN count(h) AS holdings }
CALL () { MATCH (s:Source) WITH s ORDER BY s.id RETURN collect([s.id, coalesce(s.state, ''), toString(coalesce(s.loadedAt, 0)), toString(coalesce(s.loaded, 0))]) AS sources }
RETURN transfers, accounts, holdings, sources
