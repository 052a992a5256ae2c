// Purpose: the people and notes of a case, in the order they were written down. Parameters: id.
// Returns: version (of the case), people (properties), notes (properties), parties (victims and
// account holders of standing claims, also those who answer together: key, name, iin, role); no row where the case is unknown.
MATCH (c:Case {id: $id})
RETURN coalesce(c.version, 0) AS version,
       COLLECT { MATCH (c)-[:PERSON]->(p:Person) WITH p ORDER BY p.number RETURN properties(p) } AS people,
       COLLECT { MATCH (c)-[:NOTE]->(n:Note) WITH n ORDER BY n.number RETURN properties(n) } AS notes,
       COLLECT {
         MATCH (c)-[:HAS]->(k:Claim) WHERE NOT k.status IN ['withdrawn', 'rejected']
         WITH k ORDER BY k.number
         UNWIND [{key: k.victimKey, name: k.victimName, iin: k.victimIin, role: 'victim'},
                 {key: k.defendantKey, name: k.defendantName, iin: k.defendantIin, role: 'dropper'}]
           + COLLECT {
             MATCH (k)-[:JOINT]->(j:JointDefendant) WHERE j.person IS NULL
             RETURN {key: j.key, name: j.name, iin: j.iin, role: 'dropper'} ORDER BY j.number
           } AS party
         RETURN DISTINCT party
       } AS parties
