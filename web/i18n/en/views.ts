/** Views of Explore that a case keeps. */
export const views = {
  title: "Views of the case",
  none: "No view is kept. “Keep in a case” in Explore puts one here.",
  by: "{{person}}, {{date}}",
};
