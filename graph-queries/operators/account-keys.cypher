// Purpose: the keys that sessions of an account bear: its number, and the key of its holder in logs that
// name only the person. Parameters: number. Returns: accounts, holder; one row or none.
MATCH (a:Account {number: $number})
WITH a, [(h:Holder)-[:HOLDS]->(a) | h][0] AS h
RETURN CASE
         WHEN coalesce(h.iin, h.bin) IS NULL OR a.number STARTS WITH 'UNNUMBERED:' THEN [a.number]
         ELSE [a.number, 'UNNUMBERED:' + coalesce(h.iin, h.bin)]
       END AS accounts,
       h.key AS holder
