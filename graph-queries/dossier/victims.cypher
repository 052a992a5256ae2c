// Purpose: the victims of the crime reports of a case. Parameters: case. Returns: one row a report:
// report (id), iin, accounts (number of each, holder = key of who holds it).
MATCH (:Case {id: $case})-[:ABOUT]->(r:Report)
RETURN r.id AS report, r.victimIin AS iin,
       COLLECT {
         MATCH (r)-[:VICTIM]->(a:Account)
         RETURN {number: a.number, holder: coalesce([(h:Holder)-[:HOLDS]->(a) | h.key][0], a.number)}
       } AS accounts
ORDER BY report
