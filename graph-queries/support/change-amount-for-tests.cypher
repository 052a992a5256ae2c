// Purpose: damages one transfer, for tests of what is cited elsewhere. Parameters: id. Returns: id.
MATCH ()-[t:TRANSFER {id: $id}]->() SET t.amount = t.amount + 1 RETURN t.id AS id
