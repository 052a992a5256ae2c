// Purpose: new rows of a session log. They bear the key of their account instead of a relationship to
// it: a million relationships would cost more than the rows (decision 056). Parameters: sessions
// (properties). Returns: made.
UNWIND $sessions AS session
CREATE (s:AccountSession)
SET s = session
RETURN count(s) AS made
