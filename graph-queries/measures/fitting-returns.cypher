// Purpose: what returns that name only an account may be of: blocks of money on these accounts, and
// claims for money that they received. Parameters: accounts (numbers), statuses (of claims that take
// money in). Returns one row: blocks (id, account, day, amount, currency, returned: minor units,
// names and iins of its persons, victimNames and victimIins of the loss that it names, reports: of
// the block and of that loss, bound: it names a transfer or a claim), claims (id, accounts,
// currency, asked: minor units, names and iins of victim and defendants).
RETURN
  COLLECT {
    MATCH (b:Measure {kind: 'block'}) WHERE b.account IN $accounts AND b.cancelledAt IS NULL
    WITH b, reduce(sum = 0, x IN COLLECT {
      MATCH (r:Measure {block: b.id, kind: 'return'}) WHERE r.cancelledAt IS NULL RETURN r.amount
    } | sum + x) AS returned, COLLECT {
      MATCH (k:Claim)-[:LINE]->(l:ClaimLine) WHERE l.transferId = b.transfer AND l.amount > 0
      RETURN DISTINCT k
      UNION
      MATCH (k:Claim) WHERE k.id = b.claim
      RETURN k
    } AS asking
    WITH b, returned, [k IN asking WHERE b.claim IS NULL OR k.id = b.claim] AS claims
    WITH b, returned, claims, CASE WHEN b.transfer IS NULL THEN [] ELSE [b.transfer] END + COLLECT {
      UNWIND claims AS k
      MATCH (k)-[:LINE]->(l:ClaimLine) WHERE l.amount > 0
      RETURN DISTINCT CASE k.method WHEN 'direct' THEN l.transferId END
    } + reduce(all = [], k IN claims | all + coalesce(k.origins, [])) AS losses
    WITH b, returned, claims, COLLECT {
      MATCH (r:Report) WHERE any(id IN losses WHERE id IN r.transferIds) RETURN r
    } AS reports, COLLECT {
      UNWIND losses AS id
      MATCH (from:Account)-[:TRANSFER {id: id}]->() MATCH (h:Holder)-[:HOLDS]->(from)
      RETURN DISTINCT h
    } AS payers
    RETURN b {.id, .account, .day, .amount, .currency, returned: returned,
              names: coalesce(b.personNames, []), iins: coalesce(b.personIins, []),
              victimNames: [r IN reports | coalesce(r.victimName, '')]
                + [k IN claims | coalesce(k.victimName, '')]
                + [h IN payers | coalesce(h.name, '')],
              victimIins: [r IN reports | coalesce(r.victimIin, '')]
                + [k IN claims | coalesce(k.victimIin, '')]
                + [h IN payers | coalesce(h.iin, h.bin, '')],
              reports: coalesce(b.reports, []) + [r IN reports | r.id],
              bound: b.transfer IS NOT NULL OR b.claim IS NOT NULL}
  } AS blocks,
  COLLECT {
    MATCH (c:Case)-[:HAS]->(k:Claim) WHERE k.status IN $statuses AND c.status <> 'closed'
    WITH k, COLLECT { MATCH (k)-[:LINE]->(l:ClaimLine) RETURN l } AS lines
    WITH k, lines, [l IN lines WHERE l.amount > 0 | l.to] AS accounts
    WHERE any(account IN accounts WHERE account IN $accounts)
    WITH k, lines, accounts, [
      [coalesce(k.victimName, ''), coalesce(k.victimIin, '')],
      [coalesce(k.defendantName, ''), coalesce(k.defendantIin, '')]
    ] + COLLECT {
      MATCH (k)-[:JOINT]->(j:JointDefendant) RETURN [coalesce(j.name, ''), coalesce(j.iin, '')]
    } AS people
    RETURN {
      id: k.id, accounts: accounts, currency: k.currency,
      asked: reduce(sum = 0, l IN lines | sum + CASE WHEN l.amount > 0 THEN l.amount ELSE 0 END),
      names: [one IN people | one[0]], iins: [one IN people | one[1]]
    }
  } AS claims
