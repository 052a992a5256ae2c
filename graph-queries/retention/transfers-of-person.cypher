// Purpose: the transfers of a person's accounts, and those of others whose purpose has a number of the person.
// Parameters: numbers. Returns: id, own (of the person's accounts), record (properties).
CALL () {
  MATCH (a:Account)-[t:TRANSFER]-(:Account) WHERE a.number IN $numbers
  RETURN t, true AS own
  UNION
  MATCH (a:Account)-[t:TRANSFER]->(b:Account)
  WHERE any(number IN $numbers WHERE t.purpose CONTAINS number)
    AND NOT a.number IN $numbers AND NOT b.number IN $numbers
  RETURN t, false AS own
}
RETURN t.id AS id, own, properties(t) AS record
