// Purpose: writes down measures. Parameters: measures (properties each). Returns: id, in their order.
UNWIND $measures AS fields
CREATE (m:Measure)
SET m = fields
RETURN m.id AS id
