// Purpose: the claims of a case in order, each with its lines and moves. Parameters: case, claim
// (or null for all). Returns: claim (properties), lines (as claimed; `present` = the transfer is
// still in the data like that, and sourceId and row then say where it stands today: another file
// may have given it too, and stays when the first is taken out; payee = key of the holder of its
// payee's account today), moves (with what each correction replaced), undone (steps taken back as
// mistakes), joint (who answers together with the defendant, in order).
MATCH (:Case {id: $case})-[:HAS]->(k:Claim) WHERE $claim IS NULL OR k.id = $claim
RETURN properties(k) AS claim,
       COLLECT {
         MATCH (k)-[:LINE]->(l:ClaimLine)
         OPTIONAL MATCH (x:Account)-[t:TRANSFER {id: l.transferId}]->(y:Account)
         OPTIONAL MATCH (z:Account {number: l.to})
         WITH l, t, coalesce([(h:Holder)-[:HOLDS]->(z) | h.key][0], l.to) AS payee,
              t IS NOT NULL AND t.amount = l.whole AND t.currency = l.currency
                    AND x.number = l.from AND y.number = l.to AS present
         WITH l, present, payee, CASE WHEN present THEN t.sourceId ELSE l.sourceId END AS sourceId,
              CASE WHEN present THEN t.row ELSE l.row END AS row
         ORDER BY l.bookedAt, l.transferId
         RETURN l {.*, present: present, sourceId: sourceId, row: row, payee: payee,
                   sourceName: COLLECT { MATCH (s:Source {id: sourceId}) RETURN s.fileName }[0]}
       } AS lines,
       COLLECT {
         MATCH (k)-[:MOVE]->(m:ClaimMove) WITH m ORDER BY m.number
         RETURN m {.from, .to, .reason, .at, .by, .hash, .filing,
                   facts: m {.how, .day, .term, .court, .reference, .outcome, .sum, .penalty, .bailiff},
                   corrections: COLLECT {
                     MATCH (m)-[:WAS]->(s:MoveState) WITH s ORDER BY s.at
                     RETURN s {.reason, .at, .by, facts: s {.how, .day, .term, .court, .reference,
                                                            .outcome, .sum, .penalty, .bailiff}}
                   }}
       } AS moves,
       COLLECT {
         MATCH (k)-[:UNDONE]->(m:ClaimMove) WITH m ORDER BY m.undoneAt, m.number
         RETURN m {.from, .to, .reason, .at, .by, .hash, .filing,
                   facts: m {.how, .day, .term, .court, .reference, .outcome, .sum, .penalty, .bailiff},
                   undone: {reason: m.undoneReason, at: m.undoneAt, by: m.undoneBy}}
       } AS undone,
       COLLECT {
         MATCH (k)-[:JOINT]->(j:JointDefendant) RETURN j {.key, .name, .iin, .person} ORDER BY j.number
       } AS joint
ORDER BY k.number
