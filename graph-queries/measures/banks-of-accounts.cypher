// Purpose: the banks of accounts. Parameters: accounts (numbers). Returns: account, bank.
MATCH (a:Account) WHERE a.number IN $accounts AND a.bank IS NOT NULL
RETURN a.number AS account, a.bank AS bank
