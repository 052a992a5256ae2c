import type { RussianKeys } from "../../../contract/texts/catalogue.ts";
import type { summary as en } from "../en/summary.ts";

export const summary: RussianKeys<typeof en> = {
  title: "Сводка",
  lead: "Показатели за период; каждый раскрывается до отдельных записей.",
  from: "С",
  until: "По, включительно",
  month: "Этот месяц",
  lastMonth: "Прошлый месяц",
  year: "Этот год",
  all: "Всё время",
  print: "Печать",
  period: "Период: {{period}}",
  tiles: {
    reports: "Заявлений",
    stolen: "Похищено по заявлениям",
    victims: "Потерпевших",
    cases: "Открыто дел",
    claims: "Исков заявлено",
    withdrawals: "Отозвано, возвращено, отклонено исков",
    claimsAgain: "Заявлено исков повторно",
    files: "Загружено файлов",
  },
  byStatus: "Иски по состоянию",
  unconfirmed: "только со слов потерпевших:",
  perDay: "Похищено по заявлениям за день",
  perDayText: "Заявления поступали {{days}}; больше всего {{date}}: {{amount}}",
  others: "Не показаны, так как относятся к чужим делам: {{number}}.",
  none: {
    title: "За этот период ничего нет",
    text: "Выберите другой период или сначала загрузите заявления и откройте дела.",
  },
};
