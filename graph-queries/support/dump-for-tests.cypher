// Purpose: everything loading puts into the graph, as one comparable text a thing; when it was
// loaded, and by what command, does not count. Parameters: none. Returns: kind, key, properties.
MATCH (a:Account)-[t:TRANSFER]->(b:Account)
RETURN 'transfer' AS kind, a.number + ' -> ' + b.number + ' ' + t.id AS key, properties(t) AS properties
UNION ALL
MATCH (a:Account)
RETURN 'account' AS kind, a.number + CASE WHEN a:Exit THEN ' exit' ELSE '' END AS key, properties(a) AS properties
UNION ALL
MATCH (h:Holder)
RETURN 'holder' AS kind, h.key AS key, properties(h) AS properties
UNION ALL
MATCH (h:Holder)-[:HOLDS]->(a:Account)
RETURN 'holds' AS kind, h.key + ' ' + a.number AS key, {} AS properties
UNION ALL
MATCH (r:Report)
RETURN 'report' AS kind, r.id AS key, properties(r) AS properties
UNION ALL
MATCH (r:Report)-[:VICTIM]->(a:Account)
RETURN 'victim' AS kind, r.id + ' ' + a.number AS key, {} AS properties
UNION ALL
MATCH (l:Label)
RETURN 'label' AS kind, l.account AS key, properties(l) AS properties
UNION ALL
MATCH (s:Statement)-[:OF]->(a:Account)
RETURN 'statement' AS kind, s.id + ' ' + a.number AS key, properties(s) AS properties
UNION ALL
MATCH (p:Pair)
RETURN 'pair' AS kind, p.id AS key, properties(p) AS properties
UNION ALL
MATCH (s:Source)
RETURN 'source' AS kind, s.id AS key, s {.*, loadedAt: null, loadedBy: null, refusedFile: null} AS properties
UNION ALL
MATCH (s:AccountSession)
RETURN 'session' AS kind, s.account + ' ' + toString(s.at) + ' ' + s.what AS key, properties(s) AS properties
UNION ALL
MATCH (d:Device)
RETURN 'device' AS kind, d.id AS key, properties(d) AS properties
UNION ALL
MATCH (d:Device)-[o:OPERATED]->(a:Account)
RETURN 'operated' AS kind, d.id + ' ' + a.number + ' ' + o.source AS key, properties(o) AS properties
