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
  WITH collect(a) AS people
  UNWIND range(0, size(people) - 1) AS at
  WITH people[at] AS a, at, size(people) AS count
  WHERE at % toInteger(ceil(toFloat(count) / $most)) = 0
  RETURN a, COUNT { (a)-[:TRANSFER]-() } AS degree
}
RETURN a.number AS number, coalesce([(h:Holder)-[:HOLDS]->(a) | h.name][0], a.number) AS name, degree
ORDER BY degree DESC, number LIMIT $most
