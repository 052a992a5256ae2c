/** Files of a case. */
export const files = {
  title: "Істің файлдары",
  none: "Әзірге файл жоқ. Келісімдер, түбіртектер және қағаз жауаптар осында сақталады; олар дәлелдемелер жинағына кіреді.",
  choose: "Файл таңдау",
  about: "Бұл не",
  claim: "Тиесілі",
  wholeCase: "бүкіл іске",
  ofClaim: "{{claim}} талап-арызы",
  ofPayment: "{{payment}} төлемі",
  add: "Тіркеу",
  added: "Файл іске тіркелді.",
  remove: "Алып тастау",
  removeWhy: "{{name}} неге іске қатысты емес",
  removed: "Алып тастаған {{person}}, {{date}}:",
  by: "{{person}}, {{date}}",
  receipt: "Түбіртекті тіркеу",
  receiptAbout: "{{receipt}} түбіртегі",
};
