import type { SameKeys } from "../catalogue.ts";
import type { rules as en } from "../en/rules.ts";

export const rules: SameKeys<typeof en> = {
  direct: "жәбірленушінің тікелей аударымы",
  fifo: "бірінші түскені бірінші кетеді (FIFO)",
  lifo: "соңғы түскені бірінші кетеді (LIFO)",
  "pro-rata": "пропорционалды",
  libr: "ең төменгі аралық қалдық",
  "pari-passu": "салымдарға пропорционалды",
  "victim-favourable": "жәбірленушінің пайдасына",
};
