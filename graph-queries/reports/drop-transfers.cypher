// Purpose: crime reports call transfers stolen no more, from this moment on; their files and
// decisions follow. Parameters: dropped (report, transfers: ids). Returns: nothing.
UNWIND $dropped AS one
MATCH (r:Report {id: one.report})
WITH r, one, [at IN range(0, size(coalesce(r.transferIds, [])) - 1)
              WHERE NOT r.transferIds[at] IN one.transfers] AS left
SET r.stated = [at IN left | coalesce(r.stated[at], '')],
    r.transferIds = [at IN left | r.transferIds[at]]
