// Purpose: takes transfers out. Parameters: ids. Returns: nothing.
UNWIND $ids AS id
MATCH ()-[t:TRANSFER {id: id}]->()
DELETE t
