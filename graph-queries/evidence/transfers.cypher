// Purpose: transfers as the banks gave them, for the facts of a package. Parameters: ids. Returns:
// from, to, transfer (properties).
UNWIND $ids AS id
MATCH (a:Account)-[t:TRANSFER {id: id}]->(b:Account)
RETURN a.number AS from, b.number AS to,
       t {.id, .bookedAt, .zone, .dayOnly, .amount, .currency, .channel, .purpose, .purposeCode, .documentNumber, .fee, .reversal,
          .sourceId, .member, .sheet, .row, .alsoSourceIds, .alsoRows} AS transfer
ORDER BY t.bookedAt, id
