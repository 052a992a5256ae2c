// Purpose: what stands on transfers that are about to go, because a person says that they are the
// same as others: claims past draft, payments, entries of the register. Parameters: ids. Returns:
// one row a transfer with something on it: transfer, names.
UNWIND $ids AS id
WITH id, COLLECT {
  MATCH (k:Claim)-[:LINE]->(:ClaimLine {transferId: id})
  WHERE NOT k.status IN ['draft', 'withdrawn']
  RETURN DISTINCT k.id ORDER BY k.id
} + COLLECT {
  MATCH (p:Payment) WHERE id IN p.transfers AND p.cancelledAt IS NULL RETURN p.id ORDER BY p.number
} + COLLECT {
  MATCH (m:Measure {transfer: id}) WHERE m.cancelledAt IS NULL AND m.kind IN ['block', 'return']
  RETURN m.id ORDER BY m.sequence
} AS names
WHERE size(names) > 0
RETURN id AS transfer, names
