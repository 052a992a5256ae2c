// Purpose: the letter that asked the bank of a block for it, sent by the day of the block: of the
// same crime report, claim or stolen transfer, the last one. Parameters: blocks (ids of measures).
// Returns: block, paper (its outgoing number), day (on which it was sent, days since 1970).
MATCH (b:Measure) WHERE b.id IN $blocks AND b.bank IS NOT NULL
WITH b, coalesce(b.reports, []) + COLLECT {
  MATCH (r:Report) WHERE b.transfer IN coalesce(r.transferIds, []) RETURN r.id
} AS reports
CALL (b, reports) {
  MATCH (m:Measure {kind: 'block-asked'})
  WHERE m.cancelledAt IS NULL AND m.paper IS NOT NULL AND m.bank = b.bank AND m.day <= b.day
    AND (m.claim = b.claim OR any(report IN coalesce(m.reports, []) WHERE report IN reports))
  RETURN m ORDER BY m.sequence DESC LIMIT 1
}
RETURN b.id AS block, m.paper AS paper, m.day AS day
