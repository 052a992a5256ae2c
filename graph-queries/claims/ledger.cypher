// Purpose: claims of some victims, or of all, as the ledger of losses needs them; withdrawn ones
// too, of whose losses money may have come back. Parameters: victims (keys) and accounts (theirs:
// the key changes when an IIN becomes known), or all (true). Returns: id, case, defendant (name,
// else IIN, else the claim), victim (key), status, method, currency, amount (sum of the lines),
// origins (id, stolen: minor units of the victim's own payments; of a traced claim by a person's
// decision where there is one, null = no longer loaded), taken (transferId, amount, at, payer: what
// was paid back in draft), moves, debtors (key, name, iin: the first defendant, then those who
// answer together with it), received (account, holder, amount, at: the claimed money).
MATCH (c:Case)-[:HAS]->(k:Claim)
WHERE $all OR k.victimKey IN $victims
  OR any(account IN coalesce(k.victimAccounts, []) WHERE account IN $accounts)
  OR EXISTS { MATCH (k)-[:LINE]->(own:ClaimLine) WHERE own.amount > 0 AND own.from IN $accounts }
WITH c, k, COLLECT {
  MATCH (k)-[:LINE]->(l:ClaimLine) RETURN l {.transferId, .amount, .bookedAt, .from, .to} ORDER BY l.bookedAt, l.transferId
} AS lines
RETURN k.id AS id, c.id AS case, coalesce(k.defendantName, k.defendantIin, k.id) AS defendant, k.victimKey AS victim, k.status AS status, k.method AS method, k.currency AS currency,
       reduce(total = 0, l IN lines | total + l.amount) AS amount,
       CASE
         WHEN k.method = 'direct' THEN [l IN lines WHERE l.amount > 0 | {id: l.transferId, stolen: l.amount}]
         ELSE COLLECT {
           UNWIND coalesce(k.origins, []) AS id
           OPTIONAL MATCH ()-[t:TRANSFER {id: id}]->()
           WITH id, t, COLLECT {
             MATCH (c)-[:FIGURE]->(f:VictimFigure {transferId: id}) RETURN f ORDER BY f.at DESC LIMIT 1
           }[0] AS f
           RETURN {id: id, stolen: CASE WHEN f.claim = 'stated' AND f.whole = t.amount THEN f.stated ELSE t.amount END}
           ORDER BY t.bookedAt, id
         }
       END AS origins,
       [l IN lines WHERE l.amount < 0 | {
         transferId: l.transferId, amount: -l.amount, at: l.bookedAt,
         payer: coalesce([(h:Holder)-[:HOLDS]->(:Account {number: l.from}) | h.key][0], l.from)
       }] AS taken,
       [{key: k.defendantKey, name: k.defendantName, iin: k.defendantIin}] + COLLECT {
         MATCH (k)-[:JOINT]->(j:JointDefendant) RETURN j {.key, .name, .iin} ORDER BY j.number
       } AS debtors,
       [l IN lines WHERE l.amount > 0 | {
         account: l.to, amount: l.amount, at: l.bookedAt,
         holder: coalesce([(h:Holder)-[:HOLDS]->(:Account {number: l.to}) | h.key][0], l.to)
       }] AS received,
       COLLECT {
         MATCH (k)-[:MOVE]->(m:ClaimMove) WITH m ORDER BY m.number
         RETURN m {.from, .to, .reason, .at, .by, .hash, .filing,
                   facts: m {.how, .day, .term, .court, .reference, .outcome, .sum, .penalty, .bailiff}}
       } AS moves
ORDER BY k.openedAt, k.id
