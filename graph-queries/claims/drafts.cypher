// Purpose: claims of a case that may still be added to. Parameters: id. Returns: id, victim, defendant (keys), currency, method.
MATCH (:Case {id: $id})-[:HAS]->(k:Claim {status: 'draft'})
RETURN k.id AS id, k.victimKey AS victim, k.defendantKey AS defendant, k.currency AS currency, k.method AS method
