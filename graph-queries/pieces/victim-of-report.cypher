// Purpose: the victim of a report o, as claims know one. Returns: iin and account that the report
// names, key (of the account's holder, else one of the two).
OPTIONAL MATCH (o)-[:VICTIM]->(v:Account)
WITH o, collect(v)[0] AS v
RETURN {iin: o.victimIin, account: v.number,
        key: coalesce([(h:Holder)-[:HOLDS]->(v) | h.key][0], o.victimIin, v.number)}
