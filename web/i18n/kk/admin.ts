import type { SameKeys } from "../catalogue.ts";
import type { admin as en } from "../en/admin.ts";

export const admin: SameKeys<typeof en> = {
  title: "Адамдар",
  lead: "Мұнда кім және қандай рөлде жұмыс істей алады. Жаңа адам бір рет жарайтын құпиясөз алады.",
  only: {
    title: "Әкімшілер үшін",
    text: "Мұнда кім жұмыс істей алатынын өзгертуді әкімшіден сұраңыз.",
  },
  add: "Адам қосу",
  login: "Логин",
  name: "Аты-жөні",
  role: "Рөлі",
  state: "Күйі",
  active: "жұмыс істейді",
  disabled: "өшірілген",
  mustChange: "құпиясөзін әлі таңдаған жоқ",
  lastSeen: "Соңғы рет",
  never: "ешқашан",
  disable: "Өшіру",
  enable: "Қосу",
  reset: "Жаңа құпиясөз",
  create: "Қосу",
  password: "Бір реттік құпиясөз: {{login}}",
  passwordText: "Тек қазір көрсетілді. Өз қолына беріңіз; алғаш кіргенде басқасы таңдалады.",
  disabledDone: "{{login}} енді кіре алмайды.",
  enabledDone: "{{login}} қайта кіре алады.",
  you: "бұл сіз",
};
