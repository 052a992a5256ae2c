import type { RussianKeys } from "../catalogue.ts";
import type { problems as en } from "../en/problems.ts";

export const problems: RussianKeys<typeof en> = {
  unexpected: {
    text: "В браузере что-то пошло не так.",
    remedy: "Обновите страницу; данные на сервере в сохранности.",
  },
  "server-unreachable": {
    text: "Сервер не отвечает.",
    remedy: "Проверьте, что программа запущена; страница повторит попытку сама.",
  },
  "server-failed": {
    text: "Сервер ошибся, отвечая на запрос.",
    remedy: "Повторите; если не поможет, сообщите администратору время и что вы делали.",
  },
  "bad-answer": {
    text: "Ответ сервера непонятен этой странице.",
    remedy: "Обновите страницу, чтобы получить новую версию.",
  },
  "database-recovering": { text: "База данных восстанавливается.", remedy: "Подождите немного; ничего не потеряно." },
};
