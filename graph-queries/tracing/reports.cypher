// Purpose: every crime report, as tracing needs it. Parameters: none. Returns: id, victimIin,
// victimName, accounts (the victim's), transferIds, stated (the victim's own figures in their order:
// "amount currency", "" = none), decisions (about those figures, in any case: case, transferId,
// stated, whole, isStated, at).
MATCH (r:Report)
RETURN r.id AS id, r.victimIin AS victimIin, r.victimName AS victimName,
       [(r)-[:VICTIM]->(a:Account) | a.number] AS accounts, coalesce(r.transferIds, []) AS transferIds,
       coalesce(r.stated, []) AS stated,
       COLLECT {
         MATCH (c:Case)-[:FIGURE]->(f:VictimFigure {report: r.id})
         RETURN {case: c.id, transferId: f.transferId, stated: f.stated, whole: f.whole,
                 isStated: f.claim = 'stated', at: f.at}
       } AS decisions
ORDER BY id
