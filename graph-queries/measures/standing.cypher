// Purpose: what measures refer to, and what the register has of it. Parameters: cases, claims,
// transfers, blocks (ids), except (a measure that is being corrected, or null). Returns one row:
// cases (ids), claims (id, case, currency, status, losses: ids of the transfers it is about),
// transfers (id, day: when it was booked, amount, currency, blocked, returned), blocks (id, day, amount, currency, transfer, case,
// claim, account, bank, district, returned), minor units.
RETURN
  COLLECT { MATCH (c:Case) WHERE c.id IN $cases RETURN c.id } AS cases,
  COLLECT {
    MATCH (c:Case)-[:HAS]->(k:Claim) WHERE k.id IN $claims RETURN {
      id: k.id, case: c.id, currency: k.currency, status: k.status,
      losses: coalesce(k.origins, []) + COLLECT { MATCH (k)-[:LINE]->(l:ClaimLine) RETURN l.transferId }
    }
  } AS claims,
  COLLECT {
    UNWIND $transfers AS id
    MATCH ()-[t:TRANSFER {id: id}]->()
    CALL (id) {
      OPTIONAL MATCH (m:Measure {transfer: id})
      WHERE m.cancelledAt IS NULL AND ($except IS NULL OR m.id <> $except)
      RETURN sum(CASE WHEN m.kind = 'block' THEN m.amount ELSE 0 END) AS blocked,
             sum(CASE WHEN m.kind = 'return' THEN m.amount ELSE 0 END) AS returned
    }
    RETURN {id: id, day: t.bookedAt, amount: t.amount, currency: t.currency, blocked: blocked, returned: returned}
  } AS transfers,
  COLLECT {
    MATCH (b:Measure) WHERE b.id IN $blocks AND b.kind = 'block' AND b.cancelledAt IS NULL
    RETURN b {.id, .day, .amount, .currency, .transfer, .case, .claim, .account, .bank, .district, returned: reduce(sum = 0, x IN COLLECT {
      MATCH (r:Measure {block: b.id, kind: 'return'})
      WHERE r.cancelledAt IS NULL AND ($except IS NULL OR r.id <> $except)
      RETURN r.amount
    } | sum + x)}
  } AS blocks
