// Purpose: accounts that only these files name, statements apart; cash, shops and the like left out.
// Parameters: sources (list of ids). Returns: number, sources (those that name it).
UNWIND $sources AS source
MATCH (a:Account)-[t:TRANSFER {sourceId: source}]-() WHERE NOT a:Exit AND t.ownSide IS NULL
WITH a, collect(DISTINCT source) AS sources
WHERE NOT EXISTS { (a)-[o:TRANSFER]-() WHERE o.ownSide IS NULL AND NOT o.sourceId IN $sources }
RETURN a.number AS number, sources
