// Purpose: entries m of the register that a filter asks for. Parameters: before, since (sequences: the
// first lies behind them, the last is in), kind, form, stage, district (in which it counts), case,
// claim (null = any), unjoined (only returns that belong to nobody), words (folded, all of them stand
// in the entry), hiddenCases (their entries are left out).
MATCH (m:Measure)
WHERE m.sequence < $before AND m.sequence >= $since
  AND NOT coalesce(m.case, '') IN $hiddenCases
  AND ($kind IS NULL OR m.kind = $kind)
  AND ($form IS NULL OR m.form = $form)
  AND ($stage IS NULL OR m.stage = $stage)
  AND ($case IS NULL OR m.case = $case)
  AND ($claim IS NULL OR m.claim = $claim)
  AND (NOT $unjoined OR m.cancelledAt IS NULL AND
    // piece: unjoined
  )
  AND all(word IN $words WHERE m.words CONTAINS word)
  AND ($district IS NULL OR $district =
    // piece: district
  )
