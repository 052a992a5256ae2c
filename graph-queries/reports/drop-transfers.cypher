// Purpose: a crime report calls these transfers stolen no more, from this moment on; its file
// follows. Parameters: id, transfers (ids). Returns: nothing.
MATCH (r:Report {id: $id})
WITH r, [at IN range(0, size(coalesce(r.transferIds, [])) - 1)
         WHERE NOT r.transferIds[at] IN $transfers] AS left
SET r.stated = [at IN left | coalesce(r.stated[at], '')],
    r.transferIds = [at IN left | r.transferIds[at]]
