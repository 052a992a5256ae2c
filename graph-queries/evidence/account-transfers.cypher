// Purpose: every transfer of accounts in one currency, for the working of a traced sum. Parameters:
// accounts (numbers), currency, until (UTC milliseconds). Returns: id, from, to, bookedAt, amount.
MATCH (a:Account) WHERE a.number IN $accounts
MATCH (a)-[t:TRANSFER]-(:Account) WHERE t.currency = $currency AND t.bookedAt <= $until
WITH DISTINCT t
RETURN t.id AS id, startNode(t).number AS from, endNode(t).number AS to, t.bookedAt AS bookedAt, t.amount AS amount
ORDER BY t.bookedAt, coalesce(t.order, 0), t.id
