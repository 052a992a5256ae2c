import type { SameKeys } from "../../../contract/texts/catalogue.ts";
import type { admin as en } from "../en/admin.ts";

export const admin: SameKeys<typeof en> = {
  title: "Пайдаланушылар",
  lead:
    "Мұнда кім және қандай рөлде жұмыс істей алады. Жаңа пайдаланушыға бір реттік құпиясөз " +
    "беріледі.",
  only: {
    title: "Әкімшілер үшін",
    text: "Мұнда кім жұмыс істей алатынын өзгертуді әкімшіден сұраңыз.",
  },
  add: "Пайдаланушы қосу",
  login: "Логин",
  name: "Аты-жөні",
  role: "Рөлі",
  state: "Күйі",
  active: "белсенді",
  disabled: "кіруі жабылған",
  mustChange: "құпиясөзін әлі таңдаған жоқ",
  lastSeen: "Соңғы кіруі",
  never: "ешқашан",
  disable: "Кіруін жабу",
  enable: "Кіруін ашу",
  reset: "Жаңа құпиясөз",
  create: "Қосу",
  password: "{{login}} пайдаланушысының бір реттік құпиясөзі",
  passwordText:
    "Тек қазір көрсетіліп тұр. Пайдаланушының өз қолына беріңіз; алғаш кіргенде ол басқасын " +
    "таңдайды.",
  disabledDone: "{{login}} енді кіре алмайды.",
  enabledDone: "{{login}} қайта кіре алады.",
  you: "бұл сіз",
};
