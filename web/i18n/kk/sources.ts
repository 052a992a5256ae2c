/** Where the figures of the built-in tables come from: courts, fees, indices, base rates. */
export const sources = {
  courts: "https://sud.gov.kz (соттар тізімі)",
  procedure: "Қазақстан Республикасы АПК 267-1-бабы",
  budget: "{{years}} жылдарға арналған республикалық бюджет туралы заң",
  fee2017: "2017 жылғы Салық кодексі, 610-бап: жеке тұлғалардың талап қоюлары",
  fee2025: "2025 жылғы Салық кодексі, 662–672-баптар: жеке тұлғалардың талап қоюлары",
  site: "{{site}}, {{date}}",
  nationalBank: "https://nationalbank.kz (базалық мөлшерлеме, шешім қабылдау кестесі)",
  resolution: "Ұлттық Банк комитетінің № {{number}} қаулысы, {{date}}",
  lastRead: "мұнда белгілі соңғы шешім, {{date}}",
  noLater: "кестеде одан кейінгі шешім жоқ",
  dayRecalled: "{{source}} (бірінші күні жадыдан)",
};
