// Purpose: the tracing rules that standing claims of a case state. Parameters: case. Returns:
// method.
MATCH (:Case {id: $case})-[:HAS]->(k:Claim) WHERE k.method <> 'direct' AND k.status <> 'withdrawn'
RETURN DISTINCT k.method AS method ORDER BY method
