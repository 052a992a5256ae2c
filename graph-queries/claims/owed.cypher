// Purpose: claims, in any case, that a payment of their holder to their victim settles: neither
// withdrawn nor refused by the court. A draft about the victim's own transfers is left out, since it
// takes such payments off its lines; a draft further on takes nothing off and is in. Parameters: victims (keys
// of the claims' victims), accounts (theirs: the key changes when an IIN becomes known), all (true:
// of every victim), more (ids of claims that are in all the same). Returns: id, settled (false: such
// a one, which no payment settles), victim, defendant, debtors (keys of the people asked), currency,
// owed (minor units, less the payments that people wrote down), payers (accounts of the victim) and
// payees (those its transfers came to, and those of the people who answer together with its
// defendant), since (the first of them); the oldest claim first.
MATCH (k:Claim)
WITH k, NOT k.status IN ['withdrawn', 'rejected'] AND (k.status <> 'draft' OR k.method <> 'direct') AS settled
WHERE (settled OR k.id IN $more)
  AND ($all OR k.victimKey IN $victims
    OR any(account IN coalesce(k.victimAccounts, []) WHERE account IN $accounts)
    OR EXISTS { MATCH (k)-[:LINE]->(own:ClaimLine) WHERE own.amount > 0 AND own.from IN $accounts })
MATCH (k)-[:LINE]->(l:ClaimLine)
// The rows that a withdrawn claim had taken off its lines are free again.
WITH k, settled,
     sum(CASE WHEN l.amount > 0 OR k.status <> 'withdrawn' THEN l.amount ELSE 0 END) AS asked,
     [x IN collect(l) WHERE x.amount > 0] AS lines
WITH k, settled, lines, asked - reduce(sum = 0, x IN COLLECT {
  MATCH (k)-[:PAID]->(p:Payment) WHERE p.cancelledAt IS NULL RETURN p.amount
} | sum + x) AS owed
RETURN k.id AS id, settled, k.victimKey AS victim, k.defendantKey AS defendant,
       [k.defendantKey] + COLLECT { MATCH (k)-[:JOINT]->(j:JointDefendant) RETURN j.key ORDER BY j.number } AS debtors, k.currency AS currency, owed,
       CASE k.method WHEN 'direct' THEN [x IN lines | x.from] ELSE coalesce(k.victimAccounts, []) END AS payers, [x IN lines | x.to] + COLLECT {
         MATCH (k)-[:JOINT]->(j:JointDefendant)
         MATCH (:Holder {key: j.key})-[:HOLDS]->(a:Account) WHERE NOT a:Exit
         RETURN a.number
       } AS payees,
       reduce(first = null, x IN lines | CASE WHEN first IS NULL OR x.bookedAt < first THEN x.bookedAt ELSE first END) AS since
ORDER BY k.openedAt, k.id
