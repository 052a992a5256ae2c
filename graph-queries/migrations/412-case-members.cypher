// Cases are seen by their members: of a case opened before, those are the person who opened it and
// everybody who has written in it or in its claims.
MATCH (c:Case)
CALL (c) {
  MATCH (u:User)
  WHERE u.login = c.openedBy
     OR EXISTS { (c)-[:CHANGE]->(:Change {by: u.login}) }
     OR EXISTS { (c)-[:HAS]->(:Claim)-[:CHANGE]->(:Change {by: u.login}) }
     OR EXISTS { (c)-[:HAS]->(:Claim)-[:MOVE]->(:ClaimMove {by: u.login}) }
  MERGE (c)-[m:MEMBER]->(u)
    ON CREATE SET m.by = c.openedBy, m.at = c.openedAt
} IN TRANSACTIONS OF 1000 ROWS;
