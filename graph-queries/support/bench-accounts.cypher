// Purpose: accounts for a bench: those with most transfers first, then others of a person in the order
// of their numbers. Parameters: most. Returns: number, name (of the holder), degree.
CALL () {
  MATCH (a:Account)
  WITH a, COUNT { (a)-[:TRANSFER]-() } AS degree
  ORDER BY degree DESC, a.number LIMIT 20
  RETURN a, degree
  UNION
  MATCH (h:Holder {kind: 'person'})-[:HOLDS]->(a:Account)
  WITH a ORDER BY a.number LIMIT 20000
  WITH collect(a) AS all
  UNWIND range(0, size(all) - 1) AS at
  WITH all[at] AS a, at, size(all) AS people
  WHERE at % toInteger(ceil(toFloat(people) / $most)) = 0
  RETURN a, COUNT { (a)-[:TRANSFER]-() } AS degree
}
RETURN a.number AS number, coalesce([(h:Holder)-[:HOLDS]->(a) | h.name][0], a.number) AS name, degree
ORDER BY degree DESC, number LIMIT $most
