import type { RussianKeys } from "../../../contract/texts/catalogue.ts";
import type { admin as en } from "../en/admin.ts";

export const admin: RussianKeys<typeof en> = {
  title: "Пользователи",
  lead:
    "Кто может здесь работать и в какой роли. Новый пользователь получает пароль, действующий " +
    "один раз.",
  only: {
    title: "Для администраторов",
    text: "Попросите администратора изменить, кто может здесь работать.",
  },
  add: "Добавить пользователя",
  login: "Логин",
  name: "ФИО",
  role: "Роль",
  state: "Состояние",
  active: "активен",
  disabled: "отключён",
  mustChange: "ещё не задал пароль",
  lastSeen: "Последний вход",
  never: "никогда",
  disable: "Отключить",
  enable: "Включить",
  reset: "Новый пароль",
  create: "Добавить",
  password: "Одноразовый пароль пользователя {{login}}",
  passwordText:
    "Показан только сейчас. Передайте его лично; при первом входе пользователь задаст свой.",
  disabledDone: "{{login}} больше не может войти.",
  enabledDone: "{{login}} снова может войти.",
  you: "это вы",
};
