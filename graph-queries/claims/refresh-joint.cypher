// Purpose: who answers for the drafts of a case together with their defendants, as the banks know
// them today: a holder known only by the account may have got a name and IIN. Parameters: case.
// Returns: refreshed.
MATCH (:Case {id: $case})-[:HAS]->(:Claim {status: 'draft'})-[:JOINT]->(j:JointDefendant)
MATCH (a:Account {number: CASE WHEN j.key STARTS WITH 'account:' THEN substring(j.key, 8) ELSE j.key END})
MATCH (h:Holder)-[:HOLDS]->(a) WHERE h.key <> j.key
SET j.key = h.key, j.name = coalesce(h.name, j.name), j.iin = coalesce(h.iin, h.bin, j.iin)
RETURN count(j) AS refreshed
