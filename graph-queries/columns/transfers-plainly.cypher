// Purpose: for measuring only: of every transfer what detection reads, a row each
// (server/detection/measuring/cold-bench.ts). Parameters: none. Returns: id, from, to, amount,
// currency, bookedAt, channel, order.
MATCH (a:Account)-[t:TRANSFER]->(b:Account)
RETURN t.id, a.number, b.number, t.amount, t.currency, t.bookedAt, t.channel, t.order
