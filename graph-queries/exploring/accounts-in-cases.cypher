// Purpose: the accounts that are in a case which the person may see. Parameters: accounts,
// hiddenCases. Returns: number.
MATCH (a:Account) WHERE a.number IN $accounts
  AND (EXISTS { MATCH (c:Case)-[:INCLUDES]->(a) WHERE NOT c.id IN $hiddenCases }
    OR EXISTS { MATCH (c:Case)-[:ABOUT]->(:Report)-[:VICTIM]->(a) WHERE NOT c.id IN $hiddenCases })
RETURN a.number AS number
