import type { SameKeys } from "../../../contract/texts/catalogue.ts";
import type { frame as en } from "../en/frame.ts";

export const frame: SameKeys<typeof en> = {
  nav: {
    label: "Негізгі бөлімдер",
    today: "Бүгін",
    load: "Жүктеу",
    clusters: "Кластерлер",
    explore: "Байланыстар",
    cases: "Істер",
    watching: "Бақылау",
    measures: "Шаралар",
    summary: "Жиынтық",
    admin: "Басқару",
  },
  skip: "Негізгі мазмұнға өту",
  search: {
    open: "Іздеу",
    placeholder: "Шот, ЖСН, аты-жөні, іс, бөлім…",
    nothing: "«{{query}}» бойынша ештеңе табылмады",
    found: "Табылды",
    hint: "Кемінде екі таңба енгізіңіз",
    pages: "Бөлімдер",
    commands: "Пәрмендер",
    account: "Шот",
    holder: "Шот иесі",
    report: "Арыз",
    cluster: "Кластер",
    case: "Іс",
    transfer: "Аударым",
    transferLine: "{{from}} → {{to}} · № {{id}}",
  },
  openCase: {
    chip: "Осы іске тіркеледі: {{title}}",
    open: "Істі ашу",
    leave: "Бұл іске тіркеуді тоқтату",
    none: "Іс ашылмаған",
  },
  jobs: {
    title: "Орындалып жатқан жұмыстар",
    running_one: "{{formatted}} тапсырма орындалуда",
    running_other: "{{formatted}} тапсырма орындалуда",
    empty: "Қазір ештеңе орындалып жатқан жоқ",
    cancel: "Тоқтату: {{title}}",
    load: "Жүктеу",
    detect: "Дропперлерді іздеу",
    trace: "Ақша ізін анықтау",
    export: "Экспорттау",
    waiting: "күтуде",
    done: "дайын",
    failed: "қате",
    cancelled: "тоқтатылды",
    progress: "{{total}} ішінен {{done}}",
  },
  language: "Тіл",
  languages: {
    kk: "Қаз",
    ru: "Рус",
    en: "Eng",
  },
  languageNames: {
    kk: "Қазақша",
    ru: "Русский",
    en: "English",
  },
  theme: {
    toDark: "Қараңғы тақырып",
    toLight: "Ашық тақырып",
  },
  person: {
    menu: "Пайдаланушы: {{name}}",
    changePassword: "Құпиясөзді өзгерту",
    signOut: "Шығу",
    roles: {
      data: "Деректер маманы",
      investigator: "Тергеуші",
      prosecutor: "Прокурор",
      head: "Басшы",
      auditor: "Аудитор",
      admin: "Әкімші",
    },
  },
  outage: {
    recovering: {
      title: "Дерекқор қалпына келуде.",
      text: "Ештеңе жоғалған жоқ; дерекқор жауап бергенде бұл хабар өздігінен жоғалады.",
    },
    unreachable: {
      title: "Сервер жауап бермей тұр.",
      text: "Желіні тексеріңіз. Сервер жауап берген бойда сандар өздігінен шығады.",
    },
  },
  crash: {
    title: "Бұл бет жұмысын тоқтатты",
    text:
      "Бағдарламаның қалған бөлігі зақымданған жоқ. Қайталап көріңіз; тағы болса, не " +
      "істегеніңізді әкімшіге айтыңыз.",
  },
  notFound: {
    title: "Мұндай бет жоқ",
    text: "Мекенжайда қате болуы немесе ол сілтеген нәрсе жойылған болуы мүмкін.",
    home: "Басты бетке",
  },
};
