// Purpose: the source records of a transfer have changed. Parameters: transfers (id, properties). Returns:
// nothing.
UNWIND $transfers AS transfer
MATCH ()-[t:TRANSFER {id: transfer.id}]->()
SET t = transfer.properties
