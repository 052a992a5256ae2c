import { COMMON_KINDS, type PdfLayout } from "../pdf-layout.ts";

/**
 * Halyk Bank: what came and went in the account's currency beside the operation's sum; a fee may be
 * inside what went, or alone in its column. Transfers name nobody.
 */
export const halyk: PdfLayout = {
  name: "halyk",
  bank: "601",
  marks: /HSBKKZKX|halykbank\.kz/i,
  bankName: /народный банк казахстана|халык банк|halyk bank|казакстан халык банки/u,
  title:
    /выписка по (?:счету|карт)|(?:шот|карт)\p{L}* бойынша узинди|(?:account|card) statement|statement (?:of|for) (?:the )?(?:account|card)/u,
  headings: {
    date: ["Дата проведения операции", "Дата проведения", "Операция жүргізілген күн"],
    details: ["Описание операции", "Операция сипаттамасы", "Description of operation"],
    card: [
      "№ карточки/счета",
      "Номер карточки/счета",
      "№ карты/счета",
      "Номер карты/счета",
      "Карточка/шот №",
      "Карточка / шот нөмірі",
      "Card/account No",
    ],
  },
  align: "top",
  decimal: ",",
  unsigned: "kind",
  kinds: COMMON_KINDS,
};
