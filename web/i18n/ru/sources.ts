/** Where the figures of the built-in tables come from: courts, fees, indices, base rates. */
export const sources = {
  courts: "https://sud.gov.kz (список судов)",
  procedure: "статья 267-1 ГПК Республики Казахстан",
  budget: "Закон о республиканском бюджете на {{years}} годы",
  fee2017: "Налоговый кодекс 2017 года, статья 610: иски физических лиц",
  fee2025: "Налоговый кодекс 2025 года, статьи 662–672: иски физических лиц",
  site: "{{site}}, {{date}}",
  nationalBank: "https://nationalbank.kz (базовая ставка, график принятия решений)",
  resolution: "постановление комитета Национального Банка № {{number}}, {{date}}",
  lastRead: "последнее известное здесь решение, {{date}}",
  noLater: "более поздних решений в таблице нет",
  dayRecalled: "{{source}} (первый день по памяти)",
};
