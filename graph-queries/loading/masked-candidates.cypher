// Purpose: transfers with a side whose number no source gives, each beside transfers of the known
// side to or from somebody with a number: the same amount within the given time, recorded by another
// source. Parameters: window (ms). Returns: masked, full (maps: from, to,
// properties), holder, phone (of the side with a number). Step by step: planned as one, a young
// database's counts lead the planner to every two transfers of every account.
MATCH (m:Account {masked: true})
WITH collect(m) AS hidden
UNWIND hidden AS m
MATCH (m)-[t:TRANSFER]-(k:Account)
WHERE k.masked IS NULL AND NOT k:Exit
WITH DISTINCT t, k
MATCH (k)-[u:TRANSFER]-(b:Account)
WHERE u.amount = t.amount AND u.currency = t.currency AND u.sourceId <> t.sourceId
  AND (startNode(u) = k) = (startNode(t) = k) AND b.masked IS NULL AND NOT b:Exit
  AND abs(u.bookedAt - t.bookedAt) <= $window
RETURN {from: startNode(t).number, to: endNode(t).number, properties: properties(t)} AS masked,
       {from: startNode(u).number, to: endNode(u).number, properties: properties(u)} AS full,
       [(h:Holder)-[:HOLDS]->(b) | h.key][0] AS holder, b.phone AS phone
