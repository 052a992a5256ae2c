// Purpose: when and how often accounts were operated from an address, the earliest first. Parameters: ip,
// numbers. Returns: account, model (null), first, last, count.
UNWIND $numbers AS number
MATCH (s:AccountSession {account: number})
WHERE s.at IS NOT NULL AND s.what IS NOT NULL AND s.ip = $ip
WITH number, min(s.at) AS first, max(s.at) AS last, count(s) AS count
RETURN number AS account, null AS model, first, last, count
ORDER BY first, account
