// Purpose: an entry m of the register is blocked or returned money that belongs to nobody: it names no
// claim and no stolen transfer, so no loss is held to it and it lowers no debt.
(m.kind IN ['block', 'return'] AND coalesce(m.transfer, '') = '' AND coalesce(m.claim, '') = '')
