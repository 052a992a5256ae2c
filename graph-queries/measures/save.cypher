// Purpose: writes down measures. Parameters: measures (properties each). Returns: id, unjoined (a
// block or return that belongs to nobody), in their order.
UNWIND $measures AS fields
CREATE (m:Measure)
SET m = fields
RETURN m.id AS id,
       // piece: unjoined
       AS unjoined
