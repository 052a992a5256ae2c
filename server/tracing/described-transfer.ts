import { z } from "zod";

const said = z
  .string()
  .nullish()
  .transform((value) => value ?? null);

/**
 * A stolen transfer that only the victim describes, as loading keeps it on the report
 * (server/loading/record/report-facts.ts). It is no transfer of the data: decision 063.
 */
export const describedTransfer = z
  .string()
  .transform((json): unknown => JSON.parse(json))
  .pipe(
    z.object({
      key: z.string(),
      amount: z.string(),
      currency: z.string().nullish(),
      at: z.number().nullish(),
      dayOnly: z.boolean().nullish(),
      account: said,
      name: said,
      phone: said,
      bank: said,
    }),
  )
  .transform(({ account, name, phone, bank, ...one }) => ({
    key: one.key,
    amount: one.amount,
    currency: one.currency ?? "KZT",
    at: one.at ?? null,
    dayOnly: one.dayOnly ?? false,
    recipient: { account, name, phone, bank },
  }));
export type DescribedTransfer = z.output<typeof describedTransfer>;
