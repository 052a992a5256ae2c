// Purpose: what was returned of an entry m of the register that is a block, in minor units.
reduce(sum = 0, x IN COLLECT {
  MATCH (r:Measure {block: m.id, kind: 'return'}) WHERE r.cancelledAt IS NULL RETURN r.amount
} | sum + x)
