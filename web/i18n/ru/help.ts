/** The guide's own words; its pages are docs/guide. */
export const help = {
  contents: "Содержание справки",
  search: "Поиск по справке",
  found: "Найдено в справке",
  nothing: "В справке ничего нет по запросу «{{query}}».",
  noPage: "Такой страницы в справке нет.",
  parts: {
    begin: "Первый час",
    pages: "Страницы",
    meaning: "Смысл и пределы",
  },
};
