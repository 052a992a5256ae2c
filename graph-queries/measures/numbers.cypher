// Purpose: takes the next numbers of the register, and holds it still until this transaction ends:
// measures are written one after another. Parameters: many. Returns: last (the highest number taken).
MERGE (n:Counter {name: 'measure'})
SET n.value = coalesce(n.value, 0) + $many
RETURN n.value AS last
