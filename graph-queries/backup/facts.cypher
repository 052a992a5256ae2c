// Purpose: what a backup holds, in figures that the restored database must show again.
// Parameters: none. Returns: nodes, relationships, money: list of {currency, sum (minor units),
// transfers}.
CALL () { MATCH (n) RETURN count(n) AS nodes }
CALL () { MATCH ()-[r]->() RETURN count(r) AS relationships }
CALL () {
  MATCH ()-[t:TRANSFER]->()
  WITH t.currency AS currency, sum(t.amount) AS total, count(t) AS transfers
  ORDER BY currency
  RETURN collect({currency: currency, sum: total, transfers: transfers}) AS money
}
RETURN nodes, relationships, money
