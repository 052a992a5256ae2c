// Purpose: which accounts and devices used each address, and whose accounts they are. Parameters: ips,
// most (different pairs of account and device that are looked at). Returns: ip, uses (account, device,
// holder).
UNWIND $ips AS ip
CALL (ip) {
  MATCH (s:AccountSession {ip: ip})
  WITH DISTINCT s.account AS account, s.device AS device LIMIT $most
  OPTIONAL MATCH (a:Account {number: account})
  WITH account, device, a, [(h:Holder)-[:HOLDS]->(a) | h.key][0] AS holder
  RETURN collect({account: account, device: device, holder: holder}) AS uses
}
RETURN ip, uses
