// Purpose: writes down that something is kept longer. Parameters: review (class, id, until, reason,
// by, at). Returns: nothing.
CREATE (v:RetentionReview) SET v = $review
