import type { SameKeys } from "../catalogue.ts";
import type { warnings as en } from "../en/warnings.ts";

export const warnings: SameKeys<typeof en> = {
  "not-ready": "Распознаны не все нужные столбцы: дата, сумма, счета. Укажите их ниже.",
  "iin-check-digit": "Контрольная цифра ИИН или БИН не сходится; оставлено как написано.",
  "iban-check-digit": "Контрольные цифры номера счёта не сходятся; оставлено как написано.",
  "iban-length": "Номер счёта слишком длинный или короткий; оставлено как написано.",
  "leading-zeros-restored": "В ИИН пропали нули в начале; они восстановлены.",
  "iin-digits-lost": "ИИН сохранён округлённым числом: цифры потеряны, поле пусто.",
  "iin-not-understood": "Это не ИИН и не БИН; поле пусто.",
  "account-digits-lost": "Номер счёта сохранён округлённым числом: цифры потеряны, поле пусто.",
  "account-masked": "Банк скрыл часть номера счёта.",
  "account-letters-mended": "Буквы кириллицы в номере счёта прочитаны как похожие латинские.",
  "amount-float-rounded":
    "Отброшены цифры после пятнадцатой: их даёт только округление компьютера.",
  "zone-assumed": "Часовой пояс не указан: принят UTC+05:00.",
  "currency-assumed": "Валюта не указана: принято KZT (тенге).",
  "other-side-unknown": "В строке не указан контрагент.",
  "same-account-both-sides": "Плательщик и получатель — один и тот же счёт.",
  "fee-not-understood": "Комиссия не похожа на сумму; не учтена.",
  "negative-amount-reversed": "Отрицательная сумма понята как перевод в обратную сторону.",
  "value-date-impossible": "Такой даты валютирования не бывает; не учтена.",
  "letters-lost": "Часть символов не распознана в кодировке файла; они заменены.",
  "hidden-sheet": "Прочитан и скрытый лист книги Excel.",
  "refused-amount-missing": "В строке нет суммы.",
  "refused-amount-not-a-number": "Это не сумма. Пишите цифрами, тиыны после точки: 1500.50.",
  "refused-amount-too-many-decimals":
    "Знаков после запятой больше, чем у валюты; суммы здесь не округляются.",
  "refused-amount-too-large":
    "Больше любого возможного перевода (999 999 999 999 999,99). Проверьте, не слились ли два " +
    "столбца.",
  "refused-too-many-cells":
    "Ячеек больше, чем столбцов: разделитель стоит внутри одной из них. Заключите её в кавычки.",
  "refused-currency-contradicts": "В ячейке суммы названа другая валюта, чем в строке.",
  "refused-amount-negative": "Сумма отрицательная, а что означает знак, не указано.",
  "refused-amount-zero": "Сумма равна нулю: деньги не двигались.",
  "refused-date-missing": "В строке нет даты.",
  "refused-date-not-understood": "Эту дату нельзя понять однозначно.",
  "refused-debit-and-credit": "В строке сразу и расход, и поступление.",
  "refused-direction-unknown": "Не указано, поступили деньги или ушли.",
  "refused-currency-not-understood": "Такая валюта неизвестна. Напишите три буквы: KZT.",
  "refused-missing-side": "Одна из двух сторон не указана.",
  "refused-not-carried-out": "Банк не исполнил эту операцию.",
  "refused-not-booked": "Операция ещё не проведена.",
  "refused-account-missing": "В строке нет номера счёта.",
  "refused-report-id-missing": "В строке нет номера заявления.",
  "refused-document-unfinished": "Документ обрывается, не закончившись.",
  "refused-line-not-understood": "Строку нельзя понять.",
};
