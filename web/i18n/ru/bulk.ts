/** Claims and documents for all droppers of a case in one step. */
export const bulk = {
  title: "По всем дропперам: иски и документы",
  method: "Иски",
  direct: "Получено прямо от потерпевшего",
  documents: "Документы",
  usual: "Исковое заявление, расчёт, список переводов, претензия",
  fresh: "новый",
  below: "меньше наименьшей суммы: пропущен",
  ready: "всё есть",
  lacks: "Не хватает: {{what}}",
  none: "Исков нет.",
  plan_one: "{{formatted}} иск, новых {{fresh}}; пропущено {{below}}.",
  plan_few: "{{formatted}} иска, новых {{fresh}}; пропущено {{below}}.",
  plan_many: "{{formatted}} исков, новых {{fresh}}; пропущено {{below}}.",
  plan_other: "{{formatted}} иска, новых {{fresh}}; пропущено {{below}}.",
  submit: "Составить иски и скачать архив",
  done: "Архив сохранён: {{name}}",
};
