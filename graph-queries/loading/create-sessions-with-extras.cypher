// Purpose: as create-sessions, for rows with columns that nobody knows. Parameters: as there; the last
// of each list is a map of the further properties. Returns: made.
UNWIND $rows AS r
CREATE (s:AccountSession)
SET s = {source: $source, account: r[0], at: toInteger(r[1]), what: r[2], zone: $words[toInteger(r[3])],
         row: toInteger(r[4]), dayOnly: r[5], event: $words[toInteger(r[6])],
         eventText: $words[toInteger(r[7])], device: r[8], model: $words[toInteger(r[9])], ip: r[10],
         phone: r[11], place: $words[toInteger(r[12])]},
    s += r[13]
RETURN count(s) AS made
