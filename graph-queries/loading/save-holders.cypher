// Purpose: creates holders or renews what is shown of them (null removes a property). Parameters:
// holders (list of properties). Returns: nothing.
UNWIND $holders AS properties
MERGE (h:Holder {key: properties.key})
SET h += properties
