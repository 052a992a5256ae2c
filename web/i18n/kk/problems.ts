import type { SameKeys } from "../catalogue.ts";
import type { problems as en } from "../en/problems.ts";

export const problems: SameKeys<typeof en> = {
  unexpected: { text: "Браузерде қате пайда болды.", remedy: "Бетті жаңартыңыз; деректер серверде сақтаулы." },
  "server-unreachable": {
    text: "Сервер жауап бермейді.",
    remedy: "Бағдарлама қосулы екенін тексеріңіз; бет өзі қайта сұрайды.",
  },
  "server-failed": {
    text: "Сервер жауап беру кезінде қателесті.",
    remedy: "Қайталап көріңіз; көмектеспесе, әкімшіге уақытын және не істегеніңізді айтыңыз.",
  },
  "bad-answer": { text: "Сервердің жауабы бұл бетке түсініксіз.", remedy: "Жаңа нұсқасын алу үшін бетті жаңартыңыз." },
  "database-recovering": { text: "Дерекқор қалпына келуде.", remedy: "Сәл күтіңіз; ештеңе жоғалған жоқ." },
};
