// Purpose: says which district a case belongs to. Parameters: id, district (null = none). Returns: id.
MATCH (c:Case {id: $id})
SET c.district = $district
RETURN c.id AS id
