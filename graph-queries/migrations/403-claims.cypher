// Claims beside the data of today: what other claims ask of a transfer, and which claims of a
// victim a payment may settle.
CREATE INDEX claim_line_transfer IF NOT EXISTS FOR (l:ClaimLine) ON (l.transferId);
CREATE INDEX claim_victim IF NOT EXISTS FOR (k:Claim) ON (k.victimKey);
