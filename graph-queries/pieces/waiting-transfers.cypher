// Purpose: the stolen transfers that crime report r names by their ids with the victim's own figure,
// and that no bank has confirmed yet: {id, amount (minor units), currency}.
[place IN range(0, size(coalesce(r.transferIds, [])) - 1)
  WHERE coalesce(r.stated[place], '') <> ''
    AND NOT EXISTS { MATCH ()-[:TRANSFER {id: r.transferIds[place]}]->() }
  | {id: r.transferIds[place], amount: toInteger(split(r.stated[place], ' ')[0]),
     currency: coalesce(split(r.stated[place], ' ')[1], r.currency, 'KZT')}]
