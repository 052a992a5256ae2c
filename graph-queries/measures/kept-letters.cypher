// Purpose: what stands in letters, in one language. Parameters: states, language. Returns: state,
// said (JSON).
MATCH (k:KeptLetter) WHERE k.id IN [state IN $states | state + ' ' + $language]
RETURN k.state AS state, k.said AS said
