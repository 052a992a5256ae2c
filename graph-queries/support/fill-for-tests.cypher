// Purpose: puts accounts, transfers, a source and reports into an empty test database. Parameters:
// source (id, loadedAt), accounts (number, holder, holderKind, exit, kind, phone, device, openedAt),
// transfers (id, from, to, amount, bookedAt, channel, order,
// documentNumber?), reports (id, victim, transferIds).
// Returns: transfers.
CREATE (:Source {id: $source.id, fileName: 'scene.csv', state: 'loaded', loadedAt: $source.loadedAt, loaded: size($transfers)})
WITH 1 AS once
CALL () {
  UNWIND $accounts AS a
  MERGE (n:Account {number: a.number})
  SET n.phone = a.phone, n.deviceId = a.device, n.openedAt = a.openedAt, n.kind = coalesce(a.exit, a.kind)
  FOREACH (_ IN CASE WHEN a.exit IS NULL THEN [] ELSE [1] END | SET n:Exit)
  FOREACH (_ IN CASE WHEN a.holder IS NULL THEN [] ELSE [1] END |
    MERGE (h:Holder {key: a.holder}) SET h.kind = a.holderKind, h.name = a.holder MERGE (h)-[:HOLDS]->(n))
}
CALL () {
  UNWIND $transfers AS t
  MATCH (a:Account {number: t.from}), (b:Account {number: t.to})
  CREATE (a)-[:TRANSFER {id: t.id, amount: t.amount, currency: 'KZT', bookedAt: t.bookedAt, channel: t.channel, order: t.order,
    sourceId: $source.id, row: t.order, zone: '+05:00', documentNumber: t.documentNumber}]->(b)
  RETURN count(*) AS made
}
CALL () {
  UNWIND $reports AS r
  MATCH (v:Account {number: r.victim})
  MERGE (x:Report {id: r.id}) SET x.transferIds = r.transferIds MERGE (x)-[:VICTIM]->(v)
}
RETURN made AS transfers
