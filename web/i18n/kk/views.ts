/** Views of Explore that a case keeps. */
export const views = {
  title: "Істегі көріністер",
  none: "Әзірге көрініс жоқ. Оны «Іске сақтау» түймесі қосады.",
  by: "{{person}}, {{date}}",
};
