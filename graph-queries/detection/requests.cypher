// Purpose: the statements to ask for next, as a run stored them. Parameters: run. Returns: requests
// (JSON text, null in runs of earlier rules).
MATCH (r:DetectionRun {id: $run})
RETURN r.requests AS requests
