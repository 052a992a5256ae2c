// Purpose: new rows of a session log. They bear the key of their account instead of a relationship to
// it: a million relationships would cost more than the rows (decision 056). Parameters: source, words
// (texts that many rows share), rows (lists: account, at, what, zone, row, dayOnly, event, eventText,
// device, model, ip, phone, place; zone, event, eventText, model and place are positions among the
// words or null; whole numbers come as floats, which the driver packs four times faster). Returns:
// made.
UNWIND $rows AS r
CREATE (s:AccountSession)
SET s = {source: $source, account: r[0], at: toInteger(r[1]), what: r[2], zone: $words[toInteger(r[3])],
         row: toInteger(r[4]), dayOnly: r[5], event: $words[toInteger(r[6])],
         eventText: $words[toInteger(r[7])], device: r[8], model: $words[toInteger(r[9])], ip: r[10],
         phone: r[11], place: $words[toInteger(r[12])]}
RETURN count(s) AS made
