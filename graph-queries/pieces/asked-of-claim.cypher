WITH *, COLLECT { MATCH (k)-[:LINE]->(l:ClaimLine) RETURN l {.transferId, .amount, .whole} } AS lines
WITH *,
     CASE
       WHEN k.method = 'direct' THEN []
       WHEN size(coalesce(k.origins, [])) > 0 THEN k.origins
       ELSE COLLECT {
         MATCH (r:Report) WHERE r.id IN coalesce(k.reports, [])
         UNWIND coalesce(r.transferIds, []) AS id
         RETURN DISTINCT id
       }
     END AS origins
WITH *,
     reduce(total = 0, l IN lines | total + l.amount) AS amount,
     CASE
       WHEN k.method = 'direct'
         THEN [l IN lines WHERE l.amount > 0 | {id: l.transferId, amount: l.whole}]
       ELSE COLLECT {
         UNWIND origins AS id
         OPTIONAL MATCH ()-[t:TRANSFER {id: id}]->()
         RETURN {id: id, amount: t.amount}
       }
     END AS payments
