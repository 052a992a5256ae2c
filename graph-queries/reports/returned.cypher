// Purpose: blocked money of a crime report that was returned, as the register of measures has it: of
// its transfers, or of the report where no transfer and no claim is named. Parameters: report,
// transfers (ids). Returns: id, transfer, account (where it had been blocked, as the return or its
// block says, else where its transfer went to), currency, amount (minor units).
MATCH (m:Measure {kind: 'return'})
WHERE m.cancelledAt IS NULL
  AND (m.transfer IN $transfers
    OR m.transfer IS NULL AND m.claim IS NULL AND $report IN m.reports)
RETURN m.id AS id, m.transfer AS transfer, coalesce(m.account,
         COLLECT { MATCH (b:Measure {id: m.block}) RETURN b.account }[0],
         COLLECT { MATCH ()-[:TRANSFER {id: m.transfer}]->(x:Account) RETURN x.number }[0]) AS account,
       m.currency AS currency, m.amount AS amount
