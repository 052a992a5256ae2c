// Purpose: who holds each account (tests only). Parameters: none. Returns: account, iin (IIN or
// BIN), name; a row a holder.
MATCH (h:Holder)-[:HOLDS]->(a:Account)
RETURN a.number AS account, coalesce(h.iin, h.bin) AS iin, h.name AS name
