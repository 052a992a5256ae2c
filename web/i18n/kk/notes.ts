/** Notes on accounts, transfers and clusters. */
export const notes = {
  title: "Жазбалар",
  none: "Әзірге жазба жоқ.",
  text: "Әр істе көрінетін жазба",
  tags: "Белгілер, әрқайсысынан кейін Enter",
  add: "Жазбаны сақтау",
  remove: "Жазбаны алып тастау",
  by: "{{person}}, {{date}}",
  ofCase: "Шоттар, аударымдар мен кластерлер туралы жазбалар",
  ofTransfer: "Осы аударым туралы жазбалар",
  kinds: {
    account: "Шот",
    transfer: "Аударым",
    cluster: "Кластер",
  },
};
