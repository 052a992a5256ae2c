// Purpose: of some files, how many accounts their transfers name and how many of these are in other
// files too; cash, shops and the like left out. Parameters: sources (list of ids). Returns: source,
// accounts, elsewhere.
UNWIND $sources AS source
MATCH (a:Account)-[t:TRANSFER {sourceId: source}]->(b:Account)
UNWIND [a, b] AS account
WITH DISTINCT source, account WHERE NOT account:Exit
RETURN source, count(account) AS accounts,
  sum(CASE WHEN EXISTS { (account)-[o:TRANSFER]-() WHERE o.sourceId <> source } THEN 1 ELSE 0 END) AS elsewhere
