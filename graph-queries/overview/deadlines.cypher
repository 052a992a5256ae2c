// Purpose: what open cases have to do by a day. Parameters: none. Returns: id, title, tasks (text,
// due: day as text), claims that stand and are not over, and recovered ones (id, status, currency, first: instant of the
// first claimed transfer, limitationEnd and limitationBasis as a person wrote them; plan: day and
// amount, planKnown: ids of the money that came before it; moves).
MATCH (c:Case {status: 'open'})
RETURN c.id AS id, c.title AS title,
       COLLECT {
         MATCH (c)-[:NOTE]->(n:Note) WHERE n.due IS NOT NULL AND n.doneAt IS NULL
         WITH n ORDER BY n.number RETURN n {.text, .due}
       } AS tasks,
       COLLECT {
         MATCH (c)-[:HAS]->(k:Claim)
         WHERE NOT k.status IN ['withdrawn', 'rejected', 'closed']
          OR (k.status = 'closed' AND EXISTS { MATCH (k)-[:MOVE]->(:ClaimMove {to: 'recovered'}) })
         WITH k ORDER BY k.number
         OPTIONAL MATCH (k)-[:DOSSIER]->(d:Dossier)
         RETURN {
           id: k.id, status: k.status, currency: k.currency,
           limitationEnd: d.limitationEnd, limitationBasis: d.limitationBasis,
           first: reduce(first = null, at IN COLLECT {
             MATCH (k)-[:LINE]->(l:ClaimLine) WHERE l.amount > 0 RETURN l.bookedAt
           } | CASE WHEN first IS NULL OR at < first THEN at ELSE first END),
           plan: COLLECT { MATCH (k)-[:PLAN]->(i:Instalment) WITH i ORDER BY i.number RETURN i {.day, .amount} },
           planKnown: k.planKnown,
           moves: COLLECT {
             MATCH (k)-[:MOVE]->(m:ClaimMove) WITH m ORDER BY m.number
             RETURN m {.from, .to, .reason, .at, .by, .hash, .filing,
                       facts: m {.how, .day, .term, .court, .reference, .outcome, .sum, .penalty, .bailiff}}
           }
         }
       } AS claims
