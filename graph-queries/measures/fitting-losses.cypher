// Purpose: stolen money that blocks may be of: reported transfers to accounts or of crime reports, and
// what claims ask for of money that came to the accounts. Parameters: accounts (numbers), reports,
// claims (ids). Returns one row: reported (transfer, account, from, currency, at: when it was booked,
// reports: the one, names and iins of the victim, holderNames and holderIins of the account), claimed
// (the same of a claim, and claim and case: ids).
RETURN
  COLLECT {
    MATCH (r:Report) UNWIND coalesce(r.transferIds, []) AS id
    MATCH (from:Account)-[t:TRANSFER {id: id}]->(to:Account)
    WHERE r.id IN $reports OR to.number IN $accounts
    WITH r, t, from, to,
         COLLECT { MATCH (h:Holder)-[:HOLDS]->(from) RETURN h } AS payers,
         COLLECT { MATCH (h:Holder)-[:HOLDS]->(to) RETURN h } AS holders
    RETURN {
      transfer: t.id, account: to.number, from: from.number, currency: t.currency, at: t.bookedAt,
      reports: [r.id],
      names: [coalesce(r.victimName, '')] + [h IN payers | coalesce(h.name, '')],
      iins: [coalesce(r.victimIin, '')] + [h IN payers | coalesce(h.iin, h.bin, '')],
      holderNames: [h IN holders | coalesce(h.name, '')],
      holderIins: [h IN holders | coalesce(h.iin, h.bin, '')]
    } ORDER BY t.bookedAt, t.id
  } AS reported,
  COLLECT {
    MATCH (c:Case)-[:HAS]->(k:Claim)-[:LINE]->(l:ClaimLine)
    WHERE k.status <> 'withdrawn' AND l.amount > 0 AND (l.to IN $accounts OR k.id IN $claims)
    WITH c, k, l, CASE k.method WHEN 'direct' THEN [l.transferId] ELSE coalesce(k.origins, []) END AS losses
    RETURN {
      transfer: l.transferId, account: l.to, from: l.from, currency: k.currency, at: l.bookedAt,
      claim: k.id, case: c.id,
      reports: COLLECT {
        MATCH (r:Report) WHERE any(id IN losses WHERE id IN r.transferIds) RETURN r.id
      },
      names: [coalesce(k.victimName, '')], iins: [coalesce(k.victimIin, '')],
      holderNames: [coalesce(k.defendantName, '')] + COLLECT {
        MATCH (k)-[:JOINT]->(j:JointDefendant) RETURN coalesce(j.name, '') ORDER BY j.number
      },
      holderIins: [coalesce(k.defendantIin, '')] + COLLECT {
        MATCH (k)-[:JOINT]->(j:JointDefendant) RETURN coalesce(j.iin, '') ORDER BY j.number
      }
    } ORDER BY l.bookedAt, l.transferId, k.id
  } AS claimed
