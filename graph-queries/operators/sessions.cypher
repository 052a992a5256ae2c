// Purpose: sessions under some keys in the order of time. Parameters: accounts, device (text or null =
// any), offset, limit. Returns: the properties of each.
UNWIND $accounts AS account
MATCH (s:AccountSession {account: account})
WHERE s.at IS NOT NULL AND s.what IS NOT NULL AND ($device IS NULL OR s.device = $device)
WITH s ORDER BY s.at, s.row SKIP $offset LIMIT $limit
OPTIONAL MATCH (f:Source {id: s.source})
RETURN s.account AS account,
       s.at AS at,
       s.zone AS zone,
       coalesce(s.dayOnly, false) AS dayOnly,
       s.event AS event,
       s.eventText AS eventText,
       s.device AS device,
       s.model AS model,
       s.ip AS ip,
       s.phone AS phone,
       s.place AS place,
       f.fileName AS sourceName,
       s.row AS row
ORDER BY at, row
