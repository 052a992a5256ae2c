import { UNNUMBERED } from "../papers/ru.ts";
import type { SummaryWords } from "./summary-words.ts";

export const ru: SummaryWords = {
  title: "Сводка за период",
  fileName: "Сводка",
  overview: {
    sheet: "Сводка",
    period: "Период",
    before: "Предыдущий период",
    district: "Район",
    everyDistrict: "все районы",
    madeBy: "Составил",
    madeAt: "Составлено",
    columns: [
      "Показатель",
      "Число",
      "Сумма",
      "Валюта",
      "Было, число",
      "Было, сумма",
      "Изменение, число",
      "Изменение, сумма",
      "Число в записях",
      "Сумма записей",
    ],
    others: "Записи чужих дел в список не входят, а в показателях учтены.",
  },
  sheet: "Записи",
  columns: [
    "Показатель",
    "День",
    "О ком или о чём",
    "Число",
    "Сумма",
    "Валюта",
    "Дело",
    "Иск",
    "Мера",
    "Счёт",
    "Банк",
    "Район",
    "Документ",
    "Письмо в банк",
    "Суд, вынесший решение",
    "Номер решения",
    "Дата решения",
  ],
  letter: (number, day) => `№ ${number} от ${day}`,
  allTime: "за всё время",
  since: (day) => `с ${day}`,
  until: (day) => `по ${day}`,
  blanks: {
    "office.name": "наименование органа",
    "office.signer": "должность, Ф. И. О.",
  },
  template: `{office.name}
${UNNUMBERED}

# СВОДКА
## о работе по противодействию дропперству и интернет-мошенничеству
## {period}
? as-of: По состоянию на {as-of}.
? district: Район: {district}.

### Иски и взыскание
В интересах потерпевших заявлены требования на {claimed.sum}, взыскано {recovered.sum}.
? penalty-claimed.any: Сверх того в суд заявлена неустойка: {penalty-claimed.sum}. В цену исков входят и долг, и неустойка.
? penalty-recovered.any: Взыскана неустойка: {penalty-recovered.sum}.
? withdrawn.any: Отозваны, возвращены судом или отклонены иски: {withdrawn}, на {withdrawn.sum}.
? claimed-again.any: После отзыва, возвращения судом или отказа заявлены повторно иски: {claimed-again}, на {claimed-again.sum}.
? suits.any: На рассмотрении судов находятся иски: {suits}, на {suits.sum}.
? demands.any: Направлено досудебных претензий: {demands}.
? droppers.any: Установлено дропперов: {droppers}.

### Первые часы
На счетах заблокировано {blocked.sum}, потерпевшим возвращено из заблокированного {returned.sum}.
? refused.any: Банки отказали в платежах: {refused}, на {refused.sum}.
? restricted.any: Наложено неотложных ограничений: {restricted}, на {restricted.sum}.
? arrested.any: Наложено арестов: {arrested}, на {arrested.sum}.
? secured.any: Приняты меры обеспечения исков: {secured}, на {secured.sum}.
? loans.any: Приостановлены взыскание и начисление вознаграждения по кредитам потерпевших: {loans} чел., на {loans.sum}.
? loans-stopped.any: Предотвращена выдача кредитов: {loans-stopped}, на {loans-stopped.sum}.
? incidents.any: Передано инцидентов в Антифрод-центр: {incidents}.
? base-entries.any: Внесено записей в базу центра: {base-entries}.

### Сайты и уголовные факты
? sites.any: Заблокировано сайтов и постов: {sites}.
? facts.any: Фактов дропперства: {facts}; с приговором: {facts-convicted}, в суде: {facts-in-court}, в производстве: {facts-investigated}.

### Профилактика
? messages.any: - разослано сообщений: {messages}
? brochures.any: - роздано брошюр: {brochures}
? posts.any: - опубликовано постов: {posts}
? meetings.any: - проведено встреч: {meetings}
? billboards.any: - размещено билбордов: {billboards}
? robot.any: - охвачено роботом-информатором: {robot}

? before: ### В сравнении с предыдущим периодом, {before}
! before: ### Все показатели
| Показатель | Число | Сумма | Было | Сумма была |
| {figures.name} | {figures.count} | {figures.sum} | {figures.before} | {figures.before-sum} |

Подпись ____________________ {office.signer}
`,
};
