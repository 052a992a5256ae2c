// Purpose: the numbers that a person is looked up by: IIN or BIN and the accounts. Parameters: whom
// (IIN, BIN or the number of an account). Returns: numbers; no row where nobody has it.
CALL () {
  MATCH (h:Holder {key: $whom}) RETURN h
  UNION
  MATCH (h:Holder)-[:HOLDS]->(:Account {number: $whom}) RETURN h
}
MATCH (h)-[:HOLDS]->(a:Account)
WITH h, collect(a.number) AS accounts
RETURN accounts + [one IN [h.iin, h.bin] WHERE one IS NOT NULL] AS numbers
