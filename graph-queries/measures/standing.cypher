// Purpose: what measures refer to, and what the register has of it. Parameters: cases, claims,
// transfers, blocks (ids), except (a measure that is being corrected, or null). Returns one row:
// cases (ids), claims (id, case, currency, status, closed: the case is, asked, losses: ids of the
// transfers it is about, blocked: by blocks that name it, or only a transfer it asks for), transfers
// (id, day: when it was booked, amount: what was stolen of it, null = nobody calls it stolen,
// currency, claim: against its first holder, reported: a crime report calls it stolen, claims: ids of
// those that ask for money it carried, blocks: ids, firstBlock and firstReturn: days, the
// latter of returns without a block, blocked, returned), blocks (id, day, amount, currency, transfer,
// case, claim, account, bank, firstReturn, returned), minor units.
WITH COLLECT {
  MATCH (r:Report) UNWIND coalesce(r.transferIds, []) AS id
  WITH DISTINCT id WHERE id IN $transfers
  RETURN id
} AS reported
RETURN
  COLLECT { MATCH (c:Case) WHERE c.id IN $cases RETURN c.id } AS cases,
  COLLECT {
    MATCH (c:Case)-[:HAS]->(k:Claim) WHERE k.id IN $claims
    WITH c, k, COLLECT { MATCH (k)-[:LINE]->(l:ClaimLine) RETURN l } AS lines
    WITH c, k, lines, [l IN lines WHERE l.amount > 0 | l.transferId] AS own
    RETURN {
      id: k.id, case: c.id, currency: k.currency,
      status: k.status, closed: c.status = 'closed',
      asked: reduce(sum = 0, l IN lines | sum + CASE WHEN l.amount > 0 THEN l.amount ELSE 0 END),
      losses: coalesce(k.origins, []) + [l IN lines | l.transferId],
      blocked: reduce(sum = 0, x IN COLLECT {
        MATCH (m:Measure {claim: k.id, kind: 'block'})
        WHERE m.cancelledAt IS NULL AND ($except IS NULL OR m.id <> $except)
        RETURN m.amount
        UNION ALL
        UNWIND own AS id
        MATCH (m:Measure {transfer: id, kind: 'block'})
        WHERE m.claim IS NULL AND m.cancelledAt IS NULL AND ($except IS NULL OR m.id <> $except)
        RETURN m.amount
      } | sum + x)
    }
  } AS claims,
  COLLECT {
    UNWIND $transfers AS id
    MATCH ()-[t:TRANSFER {id: id}]->()
    CALL (id) {
      OPTIONAL MATCH (m:Measure {transfer: id})
      WHERE m.cancelledAt IS NULL AND ($except IS NULL OR m.id <> $except)
      WITH m ORDER BY m.number
      RETURN sum(CASE WHEN m.kind = 'block' THEN m.amount ELSE 0 END) AS blocked,
             sum(CASE WHEN m.kind = 'return' THEN m.amount ELSE 0 END) AS returned,
             collect(CASE WHEN m.kind = 'block' THEN m.id END) AS blocks,
             min(CASE WHEN m.kind = 'block' THEN m.day END) AS firstBlock,
             min(CASE WHEN m.kind = 'return' AND m.block IS NULL THEN m.day END) AS firstReturn
    }
    WITH id, t, blocked, returned, blocks, firstBlock, firstReturn, COLLECT {
      MATCH (f:VictimFigure {transferId: id}) RETURN f ORDER BY f.at DESC LIMIT 1
    }[0] AS figure, reduce(sum = null, x IN COLLECT {
      MATCH (k:Claim)-[:LINE]->(l:ClaimLine {transferId: id})
      WHERE k.status <> 'withdrawn' AND l.amount > 0
      RETURN l.amount
    } | coalesce(sum, 0) + x) AS asked
    RETURN {
      id: id, day: t.bookedAt, currency: t.currency,
      amount: CASE
        WHEN id IN reported AND figure.claim = 'stated' AND figure.whole = t.amount THEN figure.stated
        WHEN id IN reported OR asked > t.amount THEN t.amount
        ELSE asked
      END,
      claim: COLLECT { MATCH (k:Claim)-[:LINE]->(:ClaimLine {key: id}) RETURN k.id }[0],
      reported: id IN reported,
      claims: COLLECT {
        MATCH (k:Claim)-[:LINE]->(l:ClaimLine {transferId: id})
        WHERE l.key IS NOT NULL AND l.amount > 0 RETURN DISTINCT k.id
      },
      blocks: blocks, firstBlock: firstBlock, firstReturn: firstReturn, blocked: blocked, returned: returned
    }
  } AS transfers,
  COLLECT {
    MATCH (b:Measure) WHERE b.id IN $blocks AND b.kind = 'block' AND b.cancelledAt IS NULL
    WITH b, COLLECT {
      MATCH (r:Measure {block: b.id, kind: 'return'})
      WHERE r.cancelledAt IS NULL AND ($except IS NULL OR r.id <> $except)
      RETURN r ORDER BY r.day
    } AS returns
    RETURN b {.id, .day, .amount, .currency, .transfer, .case, .claim, .account, .bank,
              firstReturn: returns[0].day, returned: reduce(sum = 0, r IN returns | sum + r.amount)}
  } AS blocks
