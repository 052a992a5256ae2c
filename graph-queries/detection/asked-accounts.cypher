// Purpose: whom and which bank to ask. Parameters: numbers. Returns: account, bank, holderName.
MATCH (a:Account) WHERE a.number IN $numbers
RETURN a.number AS account, a.bank AS bank, [(h:Holder)-[:HOLDS]->(a) | h.name][0] AS holderName
