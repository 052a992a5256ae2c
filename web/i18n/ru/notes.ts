/** Notes on accounts, transfers and clusters. */
export const notes = {
  title: "Заметки",
  none: "Заметок пока нет.",
  text: "Заметка, видная в каждом деле",
  tags: "Метки, Enter после каждой",
  add: "Записать заметку",
  remove: "Убрать заметку",
  by: "{{person}}, {{date}}",
  ofCase: "Заметки о счетах, переводах и кластерах",
  ofTransfer: "Заметки об этом переводе",
  kinds: {
    account: "Счёт",
    transfer: "Перевод",
    cluster: "Кластер",
  },
};
