// Purpose: what left the payee of a transfer within a time after it.
// Parameters: id, window (ms). Returns: id, amount, seed (the first transfer's amount).
MATCH ()-[seed:TRANSFER {id: $id}]->(a:Account)-[t:TRANSFER]->()
WHERE t.bookedAt >= seed.bookedAt AND t.bookedAt <= seed.bookedAt + $window AND t <> seed AND t.currency = seed.currency
RETURN t.id AS id, t.amount AS amount, seed.amount AS seed ORDER BY t.bookedAt, id
