// Purpose: notes that a file is being taken out, so that an interrupted withdrawal is finished
// later. Parameters: id. Returns: nothing.
MATCH (s:Source {id: $id})
SET s.state = CASE s.state WHEN 'loading' THEN 'loading' ELSE 'withdrawing' END
