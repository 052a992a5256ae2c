// Purpose: what was sent in a year under the same outgoing number: a letter, or a demand by the step
// of a claim. Parameters: letter (its id, or ''), claims (their demand is the letter itself), key
// (the number as numberKey of contract/letter-number.ts gives it), from and until (days since 1970
// of the year), first and last (the same as text). Returns: kind (of letter), claim and addressee (a
// name, or the code of a bank), each perhaps null; one row or none.
CALL () {
  MATCH (m:Measure)
  WHERE m.letter IS NOT NULL AND m.paper IS NOT NULL AND m.id <> $letter AND m.cancelledAt IS NULL
    AND NOT m.kind ENDS WITH '-prepared' AND m.day >= $from AND m.day <= $until
    AND replace(replace(replace(toLower(m.paper), '№', ''), ' ', ''), '\u00a0', '') = $key
    AND NOT (m.letter = 'demand' AND coalesce(m.claim, '') IN $claims)
  RETURN m.letter AS kind, m.claim AS claim, coalesce(m.addressee, m.bank) AS addressee
  UNION
  MATCH (k:Claim)-[:MOVE]->(d:ClaimMove {to: 'demand'})
  WHERE d.reference IS NOT NULL AND d.day >= $first AND d.day <= $last
    AND NOT k.id IN $claims AND NOT k.status IN ['draft', 'review', 'approved']
    AND NOT EXISTS { MATCH (k)-[:MOVE]->(e:ClaimMove {to: 'demand'}) WHERE e.number > d.number }
    AND replace(replace(replace(toLower(d.reference), '№', ''), ' ', ''), '\u00a0', '') = $key
  RETURN 'demand' AS kind, k.id AS claim, k.defendantName AS addressee
}
RETURN kind, claim, addressee ORDER BY kind, claim LIMIT 1
