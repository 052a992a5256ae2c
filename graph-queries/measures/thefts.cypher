// Purpose: when the money of crime reports was stolen. Parameters: reports. Returns: booked (UTC
// milliseconds of the stolen transfers that the data have), reported (JSON texts of those that the
// victim describes).
MATCH (r:Report) WHERE r.id IN $reports
RETURN COLLECT {
         UNWIND coalesce(r.transferIds, []) AS id
         MATCH ()-[t:TRANSFER {id: id}]->()
         RETURN DISTINCT t.bookedAt
       } AS booked,
       coalesce(r.reported, []) AS reported
