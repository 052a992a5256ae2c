// Purpose: an entry m of the register is a block or a return that belongs to no loss: it names neither
// transfer nor claim, or a transfer that is no loss any more (no crime report names it as one that is
// loaded, and no claim asks for money of it).
(m.kind IN ['block', 'return'] AND m.cancelledAt IS NULL
 AND (coalesce(m.transfer, '') <> '' OR coalesce(m.claim, '') = '')
 AND NOT EXISTS {
   MATCH (k:Claim)-[:LINE]->(l:ClaimLine {transferId: m.transfer})
   WHERE k.status <> 'withdrawn' AND l.amount > 0
 }
 AND NOT (EXISTS { MATCH ()-[:TRANSFER {id: m.transfer}]->() }
          AND EXISTS { MATCH (r:Report) WHERE m.transfer IN r.transferIds }))
