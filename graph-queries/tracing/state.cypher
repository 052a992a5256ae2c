// Purpose: tells whether anything a trace rests on changed since it was read. Parameters: none.
// Returns: state (text).
CALL () { MATCH ()-[t:TRANSFER]->() RETURN count(t) AS transfers }
CALL () { MATCH (a:Account) RETURN count(a) AS accounts }
CALL () { MATCH ()-[h:HOLDS]->() RETURN count(h) AS holdings }
CALL () { MATCH (r:Report) RETURN count(r) AS reports, sum(size(coalesce(r.transferIds, []))) AS stolen }
CALL () { MATCH (s:Statement) RETURN count(s) AS statements }
CALL () { MATCH (f:VictimFigure) RETURN count(f) AS decided }
CALL () { MATCH (s:Source) WITH s ORDER BY s.id RETURN collect([s.id, coalesce(s.state, ''), toString(coalesce(s.loadedAt, 0)), toString(coalesce(s.loaded, 0))]) AS sources }
RETURN transfers, accounts, holdings, reports, stolen, statements, decided, sources
