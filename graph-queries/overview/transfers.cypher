// Purpose: transfers booked in a period. Parameters: from, until. Returns: transfers.
MATCH ()-[t:TRANSFER]->() WHERE t.bookedAt >= $from AND t.bookedAt < $until
RETURN count(t) AS transfers
