// Purpose: cases, newest first, with their figures. Parameters: id (one case, or null for all).
// Returns: case (properties), victims, droppers (people, counted once: those whom a search or a
// person put into the case, no victims, those whom its reports say the victims paid, and people of
// the case who are written down as droppers).
MATCH (c:Case) WHERE $id IS NULL OR c.id = $id
WITH c ORDER BY c.number DESC
RETURN properties(c) AS case,
       size(COLLECT {
         MATCH (c)-[:ABOUT]->(r:Report)
         OPTIONAL MATCH (r)-[:VICTIM]->(v:Account)
         RETURN DISTINCT coalesce(r.victimIin, [(h:Holder)-[:HOLDS]->(v) | h.key][0], v.number, r.id)
       }) AS victims,
       size(COLLECT {
         MATCH (c)-[i:INCLUDES]->(a:Account)
         WHERE NOT a:Exit AND (
           NOT i.role IN ['victim', 'none']
           OR (i.role IS NULL AND NOT EXISTS { MATCH (c)-[:ABOUT]->(:Report)-[:VICTIM]->(a) })
         )
         RETURN coalesce([(h:Holder)-[:HOLDS]->(a) | h.key][0], a.number) AS person
         UNION
         MATCH (c)-[:ABOUT]->(r:Report)
         UNWIND coalesce(r.transferIds, []) AS id
         MATCH (payer:Account)-[:TRANSFER {id: id}]->(a:Account)
         WHERE NOT a:Exit AND NOT EXISTS { MATCH (payer)<-[:HOLDS]-(:Holder)-[:HOLDS]->(a) }
         RETURN coalesce([(h:Holder)-[:HOLDS]->(a) | h.key][0], a.number) AS person
         UNION
         MATCH (c)-[:PERSON]->(p:Person {role: 'dropper'})
         RETURN coalesce(p.holderKey, p.iin, p.id) AS person
       }) AS droppers
