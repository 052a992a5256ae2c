import type { RussianKeys } from "../../../contract/texts/catalogue.ts";
import type { log as en } from "../en/log.ts";

export const log: RussianKeys<typeof en> = {
  title: "Журнал",
  lead: "Кто что делал и кто чьи данные смотрел. Просмотр журнала тоже записывается.",
  only: {
    title: "Для руководителя и аудитора",
    text: "Журнал показывает действия коллег; обратитесь к одному из них.",
  },
  entries: {
    title: "Что сделано",
  },
  looks: {
    title: "Кто смотрел данные людей",
    shown: "Показано {{shown}} из {{total}}",
  },
  fields: {
    who: "Логин",
    what: "Действие",
    target: "Дело или номер",
    whom: "ИИН, счёт или слово",
    case: "Дело",
    from: "С",
    until: "По",
  },
  columns: {
    time: "Время",
    who: "Кто",
    what: "Действие",
    target: "С чем",
    details: "Подробности",
    why: "Причина",
  },
  find: "Найти",
  save: "Сохранить в CSV",
  more: "Показать ещё",
  noSuchAct: "Такого действия нет.",
  nothing: "По этим условиям ничего нет.",
  whoLooked: "Кто смотрел этого человека",
  held: {
    reason: "Основание запроса",
    save: "Сохранить всё, что хранится о человеке",
  },
};
