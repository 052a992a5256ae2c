// Purpose: entries m of the register that a filter asks for. Parameters: before, since (sequences:
// the first lies behind them, the last is in), kind, form, stage, district (in which it counts),
// case, claim (null = any), unjoined (only money that belongs to nobody), sanctioned (only with
// the day of a sanction), words (all of
// them: text, folded, stands in the entry, or its bank is among banks, or its letter among named,
// where that of the first hour is 'block-request', or lower is in the name of
// whom its letter's claim is against), hiddenCases (their entries are left out), letters (only letters),
// letter (their kind), bank, stand (of a letter; null = any, "open" = neither answered nor struck
// out), today (days). Twins of a letter are no entries (docs/letters.md).
MATCH (m:Measure)
WHERE m.sequence < $before AND m.sequence >= $since AND m.twinOf IS NULL
  AND NOT coalesce(m.case, '') IN $hiddenCases
  AND ($kind IS NULL OR m.kind = $kind)
  AND ($form IS NULL OR m.form = $form)
  AND ($stage IS NULL OR m.stage = $stage)
  AND ($case IS NULL OR m.case = $case)
  AND ($claim IS NULL OR m.claim = $claim OR $claim IN coalesce(m.claims, []))
  AND (NOT $unjoined OR m.cancelledAt IS NULL AND
    // piece: unjoined
  )
  AND (NOT $sanctioned OR m.sanctionDay IS NOT NULL)
  AND (NOT $letters OR m.letter IS NOT NULL)
  AND ($letter IS NULL OR m.letter = $letter)
  AND ($bank IS NULL OR m.bank = $bank)
  AND ($stand IS NULL OR
    // piece: letter-stand
    IN CASE $stand WHEN 'open' THEN ['unsent', 'awaiting', 'overdue'] ELSE [$stand] END)
  AND all(word IN $words WHERE ' ' + m.words CONTAINS word.text OR m.bank IN word.banks
    OR CASE WHEN m.letter = 'freeze-request' AND m.claim IS NULL THEN 'block-request' ELSE m.letter
      END IN word.named
    OR m.letter IS NOT NULL AND EXISTS {
      MATCH (k:Claim)
      WHERE k.id IN coalesce(m.claims, [m.claim]) AND (toLower(k.defendantName) CONTAINS word.lower
        OR EXISTS { MATCH (k)-[:JOINT]->(j:JointDefendant) WHERE toLower(j.name) CONTAINS word.lower })
    })
  AND ($district IS NULL OR $district =
    // piece: district
  )
