// Purpose: notes that a token is used. Parameters: hash, at.
MATCH (k:ApiToken {hash: $hash})
SET k.seenAt = $at
