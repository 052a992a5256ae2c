// Purpose: for measuring only: every transfer with all it holds, a row each
// (server/detection/measuring/cold-bench.ts). Parameters: none. Returns: from, transfer, to.
MATCH (a:Account)-[t:TRANSFER]->(b:Account)
RETURN a.number, t, b.number
