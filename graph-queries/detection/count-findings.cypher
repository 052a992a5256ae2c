// Purpose: how many findings a run has. Parameters: run, role (text or null). Returns: total.
MATCH (f:Finding {runId: $run}) WHERE $role IS NULL OR f.role = $role RETURN count(f) AS total
