import type { RussianKeys } from "../../../contract/texts/catalogue.ts";
import type { signIn as en } from "../en/sign-in.ts";

export const signIn: RussianKeys<typeof en> = {
  title: "Вход",
  lead: "Прослеживание похищенных денег по счетам дропперов до последнего тенге.",
  login: "Логин",
  password: "Пароль",
  submit: "Войти",
  change: {
    title: "Задайте свой пароль",
    lead: "Выданный пароль действует один раз. Придумайте такой, который знаете только вы.",
    current: "Текущий пароль",
    next: "Новый пароль",
    again: "Новый пароль ещё раз",
    rule: "Не меньше 12 знаков. Несколько слов подряд легко запомнить и трудно подобрать.",
    differ: "Новые пароли не совпадают.",
    short: "В новом пароле должно быть не меньше 12 знаков.",
    submit: "Сохранить и продолжить",
    done: "Пароль изменён.",
  },
};
