// Purpose: keeps what stands in a letter in one language. Parameters: id (state and language),
// state, language, said (JSON), anew (false = what was kept before stays). Returns: id.
MERGE (k:KeptLetter {id: $id})
SET k.state = $state, k.language = $language,
    k.said = CASE WHEN $anew THEN $said ELSE coalesce(k.said, $said) END
RETURN k.id AS id
