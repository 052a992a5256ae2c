// Purpose: the demands of a claim that its step sent on a day and that were answered. Parameters:
// claim, day (days since 1970), sent (the reason that the step gave). Returns: answered (days since
// 1970).
MATCH (m:Measure {claim: $claim, letter: 'demand', kind: 'letter', day: $day})
WHERE m.cancelledAt IS NULL AND m.answered IS NOT NULL
// piece: letter-as-made
WHERE made IS NULL OR made.reason = $sent
RETURN m.answered AS answered
ORDER BY answered
