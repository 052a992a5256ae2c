// Purpose: what the stage and the card show of each account, with its finding in one detection run.
// Also what decides whether money can be followed through it (server/tracing/stops.ts). Parameters:
// numbers (list of text), run (text or null), channels (list of text), mostTransfers (above so many
// transfers the channels are not counted: the account is a stop anyway). Returns: one row an
// account that exists; receivedThrough has a count for each of the channels.
UNWIND $numbers AS number
MATCH (a:Account {number: number})
OPTIONAL MATCH (f:Finding {runId: $run, account: number})
WITH a, f, [(h:Holder)-[:HOLDS]->(a) | h][0] AS h,
     COUNT { (a)-[:TRANSFER]->() } AS sentCount,
     COUNT { (a)<-[:TRANSFER]-() } AS receivedCount
RETURN a.number AS number,
       a.bank AS bank,
       h.key AS holderKey,
       h.name AS holderName,
       coalesce(h.kind, 'unknown') AS holderKind,
       CASE WHEN a:Exit THEN a.kind END AS exitKind,
       CASE WHEN NOT a:Exit THEN a.kind END AS kind,
       coalesce(a.stub, false) AS stub,
       f.role AS role,
       f.score AS score,
       f.cluster AS cluster,
       EXISTS { (:Report)-[:VICTIM]->(a) } AS reported,
       sentCount,
       receivedCount,
       CASE
         WHEN a:Exit OR h.kind = 'person' OR sentCount + receivedCount > $mostTransfers THEN []
         ELSE [channel IN $channels | COUNT { (a)<-[t:TRANSFER]-() WHERE t.channel = channel }]
       END AS receivedThrough
