// Purpose: the numbers that a person is looked up by: IIN or BIN and the accounts. Parameters: whom
// (an IIN, a BIN or the number of an account, in each way it may be written). Returns: numbers; no
// row where nobody has it.
CALL () {
  MATCH (h:Holder) WHERE h.key IN $whom RETURN h
  UNION
  MATCH (h:Holder)-[:HOLDS]->(a:Account) WHERE a.number IN $whom RETURN h
}
MATCH (h)-[:HOLDS]->(a:Account)
WITH h, collect(a.number) AS accounts
RETURN accounts + [one IN [h.iin, h.bin] WHERE one IS NOT NULL] AS numbers
