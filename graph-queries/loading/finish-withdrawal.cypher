// Purpose: a file is out; it stays in the history under another label, with who took it out and why
// (begin-withdrawal). Parameters: id, at (UTC ms), state ('withdrawn', or 'failed' for a load that
// was cut off). Returns: nothing.
MATCH (s:Source {id: $id})
REMOVE s:Source
SET s:WithdrawnSource, s.state = $state, s.withdrawnAt = $at, s.refusedFile = null
