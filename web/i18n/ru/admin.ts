import type { RussianKeys } from "../catalogue.ts";
import type { admin as en } from "../en/admin.ts";

export const admin: RussianKeys<typeof en> = {
  title: "Люди",
  lead: "Кто может здесь работать и в какой роли. Новый человек получает пароль, действующий один раз.",
  only: {
    title: "Для администраторов",
    text: "Попросите администратора изменить, кто может здесь работать.",
  },
  add: "Добавить человека",
  login: "Логин",
  name: "Имя",
  role: "Роль",
  state: "Состояние",
  active: "работает",
  disabled: "отключён",
  mustChange: "ещё не задал пароль",
  lastSeen: "Был здесь",
  never: "никогда",
  disable: "Отключить",
  enable: "Включить",
  reset: "Новый пароль",
  create: "Добавить",
  password: "Одноразовый пароль: {{login}}",
  passwordText: "Показан только сейчас. Передайте его лично; при первом входе будет выбран другой.",
  disabledDone: "{{login}} больше не может войти.",
  enabledDone: "{{login}} снова может войти.",
  you: "это вы",
};
