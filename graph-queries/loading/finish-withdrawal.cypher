// Purpose: a file is out; it stays in the history under another label. Parameters: id, at (UTC ms),
// by, state ('withdrawn', or 'failed' for a load that was cut off). Returns: nothing.
MATCH (s:Source {id: $id})
REMOVE s:Source
SET s:WithdrawnSource, s.state = $state, s.withdrawnAt = $at, s.withdrawnBy = $by, s.refusedFile = null
