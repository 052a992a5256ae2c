// Purpose: the district in which an entry m of the register counts (docs/measures.md, "District"), or
// null. A return follows its block, whatever was written down with it. An entry has its own district,
// else that of its case, else that of the case whose claim asked for its transfer first: later claims
// and withdrawals do not move it.
// (Neo4j 5.26 gives properties(m) a truth value in place of a property whose IS NOT NULL is asked
// beside it, hence coalesce.)
coalesce(
  CASE coalesce(m.block, '') WHEN '' THEN m.district END,
  CASE coalesce(m.block, m.case, m.transfer, '') WHEN '' THEN null
  ELSE COLLECT {
    OPTIONAL MATCH (b:Measure {id: m.block}) WHERE m.kind = 'return'
    UNWIND [one IN [b, m] WHERE one IS NOT NULL] AS entry
    WITH coalesce(entry.district, CASE
      WHEN entry.case IS NOT NULL THEN COLLECT {
        MATCH (c:Case {id: entry.case}) RETURN c.district
      }[0]
      ELSE COLLECT {
        MATCH (c:Case)-[:HAS]->(k:Claim)-[:LINE]->(l:ClaimLine {transferId: entry.transfer})
        WHERE l.amount > 0
        RETURN c.district ORDER BY k.openedAt, k.id LIMIT 1
      }[0]
    END) AS district
    WHERE district IS NOT NULL
    RETURN district LIMIT 1
  }[0]
  END
)
