export const tour = {
  label: "A first look",
  end: "End the tour",
  next: "Next",
  finish: "Done",
  search: {
    title: "Find anything",
    text:
      "Press Ctrl+K and type an account, a name, an IIN or a report. Enter opens the first " +
      "hit. The people and accounts of this demo are made up.",
  },
  clusters: {
    title: "Who may be droppers",
    text:
      "The search ranks groups of accounts. Each row says why in words. They are " +
      "indicators, not guilt. Enter opens the picture.",
  },
  explore: {
    title: "See the money",
    text:
      "Click an account for its card, double click for its neighbours. “Trace money” " +
      "follows stolen money to where it left the banks.",
  },
  cases: {
    title: "From picture to claim",
    text:
      "Add accounts to a case. It holds people, claims with their calculation, deadlines " +
      "and the papers for the court.",
  },
  keys: {
    title: "Without the mouse",
    text: "Press “?” for all keys. This tour starts again from the menu of your name.",
  },
};
