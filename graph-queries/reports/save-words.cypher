// Purpose: keeps what a crime report said before a change. Parameters: fields (report, number,
// what, until, by, reason, words, author, iin: the victim's number from now on, so that an erasure
// finds the words by it too). Returns: nothing.
CREATE (w:ReportWords)
SET w = $fields
