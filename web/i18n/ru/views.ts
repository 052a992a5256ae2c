/** Views of Explore that a case keeps. */
export const views = {
  title: "Виды схемы в деле",
  none: "Видов пока нет. Их сохраняет кнопка «Сохранить в деле» на схеме.",
  by: "{{person}}, {{date}}",
};
