// Purpose: an entry m of the register is a return that belongs to nobody: it names no claim and no
// stolen transfer, so it lowers no debt.
(m.kind = 'return' AND m.transfer IS NULL AND m.claim IS NULL)
