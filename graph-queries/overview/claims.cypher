// Purpose: claims opened in a period, by status and currency. Parameters: from, until (null = no
// bound). Returns: status, currency, count, amount.
MATCH (k:Claim)
WHERE ($from IS NULL OR k.openedAt >= $from) AND ($until IS NULL OR k.openedAt < $until)
WITH k, reduce(total = 0, l IN [(k)-[:LINE]->(l:ClaimLine) | l.amount] | total + l) AS amount
RETURN k.status AS status, k.currency AS currency, count(k) AS count, sum(amount) AS amount ORDER BY status, currency
