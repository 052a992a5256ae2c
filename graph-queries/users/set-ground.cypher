// Purpose: the ground on which a person looks at people outside his cases, for one session.
// Parameters: hash (of the token), ground.
MATCH (s:Session {hash: $hash}) SET s.ground = $ground
