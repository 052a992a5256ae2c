/** Files of a case. */
export const files = {
  title: "Файлы дела",
  none: "Файлов пока нет. Здесь хранятся согласия, квитанции и ответы на бумаге; они войдут в пакет доказательств.",
  choose: "Выбрать файл",
  about: "Что это",
  claim: "Относится к",
  wholeCase: "всему делу",
  ofClaim: "иск {{claim}}",
  ofPayment: "платёж {{payment}}",
  add: "Приложить",
  added: "Файл приложен к делу.",
  remove: "Изъять",
  removeWhy: "Почему {{name}} не относится к делу",
  removed: "Изъял {{person}}, {{date}}:",
  by: "{{person}}, {{date}}",
  receipt: "Приложить квитанцию",
  receiptAbout: "Квитанция {{receipt}}",
};
