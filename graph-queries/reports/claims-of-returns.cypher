// Purpose: which claims ask for money that came back to victims. Parameters: pairs (report, account:
// who paid back), hiddenCases (ids; their claims are left out). Returns: report, account, claim (case,
// claim), one row a pair that has one: the claim that stands longest.
UNWIND $pairs AS pair
MATCH (r:Report {id: pair.report})
MATCH (c:Case)-[:HAS]->(k:Claim)-[:LINE]->(l:ClaimLine {to: pair.account})
WHERE k.status <> 'withdrawn' AND l.amount > 0 AND l.transferId IN coalesce(r.transferIds, [])
  AND NOT c.id IN $hiddenCases
WITH pair, c, k ORDER BY k.openedAt, k.id
WITH pair, collect({case: c.id, claim: k.id})[0] AS claim
RETURN pair.report AS report, pair.account AS account, claim
