// Purpose: whether the data have the case or person that a hold names. Parameters: kind, what (in each
// way a number may be written). Returns: what (as it is kept), the first that fits.
CALL () {
  MATCH (c:Case) WHERE $kind = 'case' AND c.id IN $what RETURN c.id AS what
  UNION
  MATCH (h:Holder) WHERE $kind = 'person' AND h.key IN $what RETURN h.key AS what
  UNION
  MATCH (a:Account) WHERE $kind = 'person' AND a.number IN $what RETURN a.number AS what
}
RETURN what LIMIT 1
