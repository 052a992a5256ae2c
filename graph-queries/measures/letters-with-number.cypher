// Purpose: what was sent in a year under an outgoing number that has some digits: letters, and
// demands by the steps of claims; numberKey of contract/letter-number.ts tells which number is the
// same. Parameters: letter (its id, or ''), claims (their demand is the letter itself), digits (or
// ''), from and until (days since 1970 of the year), first and last (the same as text). Returns:
// number, kind (of letter), and claim, addressee (a name, or the code of a bank) and bank, each of
// these perhaps null.
CALL () {
  MATCH (m:Measure)
  WHERE m.letter IS NOT NULL AND m.paper IS NOT NULL AND m.id <> $letter AND m.cancelledAt IS NULL
    AND NOT m.kind ENDS WITH '-prepared' AND m.day >= $from AND m.day <= $until
    AND replace(replace(m.paper, ' ', ''), '\u00a0', '') CONTAINS $digits
    AND NOT (m.letter = 'demand' AND coalesce(m.claim, '') IN $claims)
  RETURN m.paper AS number, m.letter AS kind, m.claim AS claim,
    coalesce(m.addressee, m.bank) AS addressee, m.bank AS bank
  UNION
  MATCH (k:Claim)-[:MOVE]->(d:ClaimMove {to: 'demand'})
  WHERE d.reference IS NOT NULL AND d.day >= $first AND d.day <= $last
    AND NOT k.id IN $claims AND NOT k.status IN ['draft', 'review', 'approved']
    AND NOT EXISTS { MATCH (k)-[:MOVE]->(e:ClaimMove {to: 'demand'}) WHERE e.number > d.number }
    AND replace(replace(d.reference, ' ', ''), '\u00a0', '') CONTAINS $digits
  RETURN d.reference AS number, 'demand' AS kind, k.id AS claim, k.defendantName AS addressee,
    null AS bank
}
RETURN number, kind, claim, addressee, bank ORDER BY kind, claim
