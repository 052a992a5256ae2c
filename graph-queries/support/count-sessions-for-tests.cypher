// Purpose: what session logs left in the database. Parameters: none. Returns: sessions, devices,
// operated.
CALL () { MATCH (s:AccountSession) RETURN count(s) AS sessions }
CALL () { MATCH (d:Device) RETURN count(d) AS devices }
CALL () { MATCH (:Device)-[o:OPERATED]->(:Account) RETURN count(o) AS operated }
RETURN sessions, devices, operated
