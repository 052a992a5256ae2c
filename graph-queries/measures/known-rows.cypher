// Purpose: rows of tables that the register has already. Parameters: keys. Returns: key.
UNWIND $keys AS key
MATCH (m:Measure {rowKey: key})
RETURN key
