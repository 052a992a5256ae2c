// Purpose: what returns that name only an account may be of: blocks of money on these accounts, and
// claims for money that they received. Parameters: accounts (numbers), statuses (of claims that take
// money in). Returns one row: blocks (id, account, day, amount, currency, returned: minor units,
// names and iins of its persons, bound: it names a transfer or a claim), claims (id, accounts,
// currency, asked: minor units, names and iins of victim and defendants).
RETURN
  COLLECT {
    MATCH (b:Measure {kind: 'block'}) WHERE b.account IN $accounts AND b.cancelledAt IS NULL
    WITH b, reduce(sum = 0, x IN COLLECT {
      MATCH (r:Measure {block: b.id, kind: 'return'}) WHERE r.cancelledAt IS NULL RETURN r.amount
    } | sum + x) AS returned
    RETURN b {.id, .account, .day, .amount, .currency, returned: returned,
              names: coalesce(b.personNames, []), iins: coalesce(b.personIins, []),
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
