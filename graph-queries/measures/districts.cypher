// Purpose: districts that stand in the register or at a case. Returns: district, in alphabetical order.
CALL () {
  MATCH (m:Measure) WHERE m.district IS NOT NULL RETURN DISTINCT m.district AS district
  UNION
  MATCH (c:Case) WHERE c.district IS NOT NULL RETURN DISTINCT c.district AS district
}
RETURN district ORDER BY district
