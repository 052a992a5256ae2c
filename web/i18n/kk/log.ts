import type { SameKeys } from "../../../contract/texts/catalogue.ts";
import type { log as en } from "../en/log.ts";

export const log: SameKeys<typeof en> = {
  title: "Журнал",
  lead: "Кім не істегені және кім кімнің деректерін қарағаны. Журналды қарау да жазылады.",
  only: {
    title: "Орган басшысы мен аудиторға арналған",
    text: "Журналда әріптестердің әрекеттері көрсетіледі; солардың біріне жүгініңіз.",
  },
  entries: {
    title: "Не істелді",
  },
  looks: {
    title: "Адамдардың деректерін кім қарады",
    shown: "{{total}} жазбаның {{shown}} көрсетілді",
  },
  fields: {
    who: "Логин",
    what: "Әрекет",
    target: "Іс немесе нөмір",
    whom: "ЖСН, шот немесе сөз",
    case: "Іс",
    from: "Бастап",
    until: "Дейін",
  },
  columns: {
    time: "Уақыты",
    who: "Кім",
    what: "Әрекет",
    target: "Неге қатысты",
    details: "Толығырақ",
    why: "Себебі",
  },
  find: "Табу",
  save: "CSV файлына сақтау",
  more: "Тағы көрсету",
  noSuchAct: "Мұндай әрекет жоқ.",
  nothing: "Бұл шарттарға сай ештеңе жоқ.",
  whoLooked: "Бұл адамды кім қарады",
  held: {
    reason: "Сұраудың негізі",
    save: "Адам туралы сақталғанның бәрін жүктеп алу",
  },
};
