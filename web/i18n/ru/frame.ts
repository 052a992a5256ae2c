import type { RussianKeys } from "../../../contract/texts/catalogue.ts";
import type { frame as en } from "../en/frame.ts";

export const frame: RussianKeys<typeof en> = {
  nav: {
    label: "Главные разделы",
    today: "Сегодня",
    load: "Загрузка",
    clusters: "Кластеры",
    explore: "Связи",
    cases: "Дела",
    watching: "Наблюдение",
    measures: "Меры",
    summary: "Сводка",
    admin: "Доступ",
  },
  skip: "Перейти к содержанию",
  search: {
    open: "Поиск",
    placeholder: "Счёт, ИИН, ФИО, дело, раздел…",
    nothing: "По запросу «{{query}}» ничего не найдено",
    found: "Найдено",
    hint: "Введите хотя бы два знака",
    pages: "Разделы",
    commands: "Команды",
    account: "Счёт",
    holder: "Владелец",
    report: "Заявление",
    cluster: "Кластер",
    case: "Дело",
    transfer: "Перевод",
    transferLine: "{{from}} → {{to}} · № {{id}}",
  },
  openCase: {
    chip: "Добавление в дело: {{title}}",
    open: "Открыть дело",
    leave: "Прекратить добавление в это дело",
    none: "Дело не открыто",
  },
  jobs: {
    title: "Выполняемые задачи",
    running_one: "выполняется {{formatted}} задача",
    running_few: "выполняются {{formatted}} задачи",
    running_many: "выполняются {{formatted}} задач",
    running_other: "выполняются {{formatted}} задачи",
    empty: "Сейчас ничего не выполняется",
    cancel: "Отменить: {{title}}",
    load: "Загрузка",
    detect: "Поиск дропперов",
    trace: "Прослеживание",
    export: "Выгрузка",
    waiting: "ожидает",
    done: "готово",
    failed: "ошибка",
    cancelled: "отменено",
    progress: "{{done}} из {{total}}",
  },
  language: "Язык",
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
    toDark: "Тёмная тема",
    toLight: "Светлая тема",
  },
  person: {
    menu: "Учётная запись: {{name}}",
    changePassword: "Сменить пароль",
    signOut: "Выйти",
    roles: {
      data: "Специалист по данным",
      investigator: "Следователь",
      prosecutor: "Прокурор",
      head: "Руководитель",
      auditor: "Аудитор",
      admin: "Администратор",
    },
  },
  outage: {
    recovering: {
      title: "База данных восстанавливается.",
      text: "Ничего не потеряно; сообщение исчезнет само, как только база ответит.",
    },
    unreachable: {
      title: "Сервер не отвечает.",
      text: "Проверьте сеть. Цифры появятся сами, как только сервер ответит.",
    },
  },
  crash: {
    title: "Эта страница перестала работать",
    text:
      "Остальная программа не пострадала. Повторите попытку; если ошибка повторится, сообщите " +
      "администратору, что вы делали.",
  },
  notFound: {
    title: "Такой страницы нет",
    text: "Возможно, в адресе ошибка или страница удалена.",
    home: "На главную",
  },
};
