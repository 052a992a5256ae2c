// Purpose: which of some account numbers the data have. Parameters: numbers. Returns: number.
MATCH (a:Account) WHERE a.number IN $numbers
RETURN a.number AS number
