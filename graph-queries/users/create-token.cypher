// Purpose: a token of a person who is not disabled, unless he has enough; the person is locked by a
// write before they are counted. Parameters: login, id, hash, script, scope, at, until, most, mark
// (anything new). Returns: id, or no row.
MATCH (u:User {login: $login}) WHERE NOT u.disabled
SET u.lock = $mark
WITH u, COUNT { (k:ApiToken)-[:OF]->(u) WHERE k.until > $at } AS live
WHERE live < $most
CREATE (k:ApiToken {id: $id, hash: $hash, script: $script, scope: $scope, createdAt: $at, until: $until})-[:OF]->(u)
RETURN k.id AS id
