import type { SameKeys } from "../catalogue.ts";
import type { rules as en } from "../en/rules.ts";

export const rules: SameKeys<typeof en> = {
  direct: "прямой перевод потерпевшего",
  fifo: "первым пришло — первым ушло (FIFO)",
  lifo: "последним пришло — первым ушло (LIFO)",
  "pro-rata": "пропорционально",
  libr: "наименьший промежуточный остаток",
  "pari-passu": "пропорционально взносам",
  "victim-favourable": "в пользу потерпевшего",
};
