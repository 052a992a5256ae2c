// Purpose: statements of accounts by a source. Parameters: source, statements (account,
// properties). Returns: nothing.
MATCH (s:Source {id: $source})
UNWIND $statements AS statement
MATCH (a:Account {number: statement.account})
MERGE (held:Statement {id: statement.properties.id})
SET held += statement.properties
MERGE (held)-[:OF]->(a)
MERGE (held)-[:FROM]->(s)
