// Purpose: banks that letters went to. Parameters: hiddenCases (their letters are left out).
// Returns: bank, in order.
MATCH (m:Measure)
WHERE m.letter IS NOT NULL AND m.bank IS NOT NULL AND NOT coalesce(m.case, '') IN $hiddenCases
RETURN DISTINCT m.bank AS bank ORDER BY bank LIMIT 200
