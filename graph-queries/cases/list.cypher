// Purpose: cases, newest first, with their figures. Parameters: id (one case, or null for all).
// Returns: case (properties), victims, droppers (people, counted once).
MATCH (c:Case) WHERE $id IS NULL OR c.id = $id
WITH c ORDER BY c.number DESC
RETURN properties(c) AS case,
       size(COLLECT {
         MATCH (c)-[:ABOUT]->(r:Report)
         OPTIONAL MATCH (r)-[:VICTIM]->(v:Account)
         RETURN DISTINCT coalesce(r.victimIin, [(h:Holder)-[:HOLDS]->(v) | h.key][0], v.number, r.id)
       }) AS victims,
       size(COLLECT {
         MATCH (c)-[i:INCLUDES]->(a:Account) WHERE NOT coalesce(i.role, 'none') IN ['victim', 'none']
         RETURN DISTINCT coalesce([(h:Holder)-[:HOLDS]->(a) | h.key][0], a.number)
       }) AS droppers
