// Purpose: measures by their last day, the nearest first; of one day those first that can still stop
// money, then blocks that run out, then the others, each with the largest sum first. Parameters:
// from, until (days since 1970, both included), case (null = any), hiddenCases, hiddenReports (left
// out), limit. A block of which
// everything was returned has no last day any more, nor has an answered letter, one of a claim that
// nobody sent yet, and one whose claims all were decided or are over; the term of a demand is that of
// its claim. A letter of the first hour that nobody sent yet has the day by which it leaves.
// Returns: id, kind, bank, day, due, amount (minor units), currency, case, report (the first one it
// answers), paper, file, claim, letter (its kind), version, outdated.
MATCH (m:Measure) WHERE m.due >= $from AND m.due <= $until AND ($case IS NULL OR m.case = $case) AND m.cancelledAt IS NULL
  AND m.answered IS NULL AND coalesce(m.letter, '') <> 'demand'
  AND NOT m.kind IN ['letter-prepared', 'notice-prepared']
  AND NOT (m.claim IS NOT NULL AND m.kind IN ['block-asked-prepared', 'loan-asked-prepared'])
  AND NOT (m.letter IS NOT NULL AND m.claim IS NOT NULL AND NOT EXISTS {
    MATCH (k:Claim) WHERE k.id IN coalesce(m.claims, [m.claim]) AND NOT k.status IN
      ['judgment', 'in-force', 'enforcement', 'recovered', 'rejected', 'closed', 'withdrawn']
  })
  AND (m.kind <> 'block' OR m.amount IS NULL OR m.amount >
    // piece: returned-of-block
  )
  AND NOT coalesce(m.case, '') IN $hiddenCases AND NOT coalesce(m.reports[0], '') IN $hiddenReports
RETURN m.id AS id, m.kind AS kind, m.bank AS bank, m.day AS day, m.due AS due,
       m.amount AS amount, m.currency AS currency, m.case AS case,
       m.paper AS paper, m.file AS file, m.claim AS claim, m.letter AS letter, m.version AS version,
       // piece: outdated-letter
       AS outdated, m.reports[0] AS report
ORDER BY m.due, CASE
    WHEN m.kind IN ['block-asked-prepared', 'restriction-prepared', 'incident-prepared'] THEN 0
    WHEN m.kind = 'block' THEN 1
    ELSE 2
  END, coalesce(m.amount, 0) DESC, m.sequence LIMIT $limit
