// Purpose: holders no source knows any more go. Parameters: keys. Returns: nothing.
UNWIND $keys AS key
MATCH (h:Holder {key: key})
DETACH DELETE h
