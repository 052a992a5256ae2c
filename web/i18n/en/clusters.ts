export const clusters = {
  title: "Clusters",
  lead:
    "Networks of accounts that behave like droppers; those hardest to explain by chance come " +
    "first. These are indicators, not guilt.",
  name: "Cluster {{rank}}",
  run: "Search run",
  runLine: "{{date}} · {{clusters}}",
  search: {
    start: "Search for droppers",
    load: "Load files",
    look: "Look at the clusters",
    fromReport: "Open a case from a report",
    byItself: "Search for droppers by itself after each load",
    failed: "The search ended in an error",
    empty: {
      title: "Nothing is loaded yet",
      text: "Load the banks’ answers first. Then the search for droppers can start.",
    },
    never: {
      title: "Nothing has been searched yet",
      text:
        "The search goes through {{transfers}} and lists the networks that are hard to explain by " +
        "chance, each with its reasons.",
    },
    running: {
      title: "Searching for droppers…",
      text: "You can go on working. What the search finds appears here.",
    },
    outdated: {
      title: "New files have been loaded since the last search",
      text: "The clusters come from the search of {{date}}. Search again to include the new files.",
    },
    found: {
      title_one: "The search found {{formatted}} cluster",
      title_other: "The search found {{formatted}} clusters",
      text: "Search of {{date}}. The list gives the reasons for each cluster.",
    },
    none: {
      title: "The search found no clusters",
      text:
        "Search of {{date}}: nothing among the loaded transfers is unusual enough. A crime report " +
        "is enough for a case: open one from it. Or load more files and search again.",
    },
  },
  allHidden_one: "{{formatted}} cluster was found and is set aside. “Show set aside” lists it.",
  allHidden_other:
    "{{formatted}} clusters were found and all are set aside. “Show set aside” lists them.",
  none: {
    title: "This run found no clusters",
    text:
      "Nothing among the loaded transfers is unusual enough. Load more statements or reports and " +
      "search again.",
  },
  start: "Search again",
  startTitle: "Search for droppers in all loaded transfers",
  compare: {
    label: "Compare with",
    none: "no other run",
    title: "Changes since {{date}}",
    sameData: "Both runs used the same data.",
    otherData: "The data changed between the runs.",
    clusters: "Clusters",
    accounts: "Accounts whose place changed",
    new: "new",
    grown: "grown",
    shrunk: "shrunk",
    changed: "changed",
    same: "unchanged",
    gone: "gone",
    added: "+{{formatted}}",
    removed: "−{{formatted}}",
    rank: "place {{rank}}",
    wasRank: "was {{rank}}",
    nothing: "Nothing changed.",
  },
  hidden_one: "{{formatted}} set aside",
  hidden_other: "{{formatted}} set aside",
  showHidden: "Show set aside",
  shown: "{{shown}} of {{total}} shown",
  columns: {
    rank: "No.",
    cluster: "Start with",
    typology: "Pattern",
    evidence: "Indicators",
    roles: "Roles",
    received: "Received",
    left: "Left the banks",
    period: "Period",
    change: "Change",
  },
  change: {
    new: "new",
    grown_one: "+{{formatted}} account",
    grown_other: "+{{formatted}} accounts",
    same: "unchanged",
  },
  points_one: "{{formatted}} point",
  points_other: "{{formatted}} points",
  oneIn: "Rarer than 1 in {{formatted}} similar accounts",
  pointsHint:
    "Points: minus the logarithm of the probability of seeing this among similar accounts. They " +
    "set the order in which to look and are not a probability of guilt.",
  typology: {
    collector: "Collecting",
    distributor: "Distributing",
    transit: "Transit",
    "layered-chain": "Layered chain",
    "scatter-gather": "Scatter and gather",
    "gather-scatter": "Gather and scatter",
    cycle: "Circle",
    "cash-out": "Cashing out",
    mixed: "Mixed",
  },
  panel: {
    empty: "Choose a cluster to see the money, the reasons and the people",
    picture: "Money through the cluster",
    pictureAlt: "Accounts of the cluster in columns by role, with the transfers between them",
    around_one: "{{formatted}} more account they dealt with is not shown",
    around_other: "{{formatted}} more accounts they dealt with are not shown",
    received: "Received",
    left: "Left the banks",
    kept: "Not seen to leave",
    transfers: "Transfers",
    period: "Period",
    reasons: "Strongest reasons",
    members: "Accounts, in the order to look at them",
    first: "start here",
    reports: "Crime reports",
    cases: "In cases",
    explore: "Explore",
    toCase: "Add to a case",
    dismiss: "Dismiss",
    confirm: "Confirm",
    decided: "{{verdict}} by {{person}} on {{date}}: {{reason}}",
    until: "shown again on {{date}}",
    member: "Received {{received}}, sent {{sent}}",
  },
  verdicts: {
    confirmed: "Confirmed",
    dismissed: "Dismissed",
    undecided: "Undecided",
    "known-good": "Known good",
    snoozed: "Set aside",
  },
  dismiss: {
    title: "Dismiss {{name}}",
    why: "Why is this not a dropper network?",
    whyHint:
      "For example: collection for a colleague’s wedding, confirmed by phone with the organiser",
    how: "For how long",
    snoozed: "Set aside until a date",
    dismissed: "Dismiss in this run",
    "known-good": "Known good, review on a date",
    until: "Until",
    submit: "Dismiss",
    done: "{{name}} is dismissed. Undo under “Show set aside”.",
    undo: "Bring back",
    undoReason: "Brought back",
    needReason: "Write the reason: it is kept with the decision.",
    needDate: "Choose a day after today.",
  },
  toCase: {
    title: "Add {{name}} to a case",
    existing: "Open case",
    fresh: "New case",
    newTitle: "Title of the new case",
    submit: "Add to the case",
    done: "{{name}} is in “{{title}}”.",
    empty: "There is no open case yet; name a new one.",
  },
  keys: {
    hint: "j / k next and previous · Enter explore · C add to a case · D dismiss",
  },
  requests: {
    button: "Statements to ask for",
    title: "Which statements to ask for next",
    lead: "Accounts without a statement, in the order in which to ask their banks for one. What they did themselves is not known.",
    accounts: "Accounts",
    none: "No account without a statement is worth asking about.",
  },
  method: {
    button: "Method and limits",
    title: "Meaning and limits of this list",
    order:
      "The list sets the order in which to look. A place near the top means that chance hardly " +
      "explains what is seen. It never means guilt, and no document may say so.",
    points:
      "Each reason gives points: minus the decimal logarithm of the probability of seeing such a " +
      "thing among similar accounts. Points of different groups of indicators add up. Each group " +
      "is capped at 12 points, so that no indicator decides alone.",
    victims:
      "People who paid into a network are scored separately as possible victims and are never " +
      "listed as droppers.",
    misses:
      "The method can miss networks whose transfers are spread over weeks, money that moves " +
      "through banks whose statements are not loaded, and droppers used only once.",
    wrong:
      "The method can wrongly list collections for gifts, shared family money, market sellers " +
      "and students who live on many small transfers. Every reason names the innocent " +
      "explanation to rule out first.",
    versions:
      "Each run keeps its parameters, the checksum of the data and the version of the rules. A " +
      "case keeps citing the run it was opened from.",
    measured: "How often the method is wrong",
    measuredOnTowns:
      "Measured on artificial towns of our own generator that these rules were never tuned on " +
      "(1 % droppers); real data may differ.",
    measuredOn:
      "Measured on artificial data that these rules were never tuned on; real data may differ. " +
      "Town: our own generator, 1 % droppers. AMLGentex: an independent generator, 2 % " +
      "participants.",
    list: "Share of droppers at the top of the list (list cut at the number of droppers)",
    named: "Of the accounts named in clusters, share that belong to the network",
    averagePrecision: "Average precision, town: without reports",
    halfReported: "… with half of the victims’ reports",
    fast: "Average precision, AMLGentex: networks of a week",
    slow: "… of a month",
    parameters: "Parameters of this run",
    rules: "Rules",
    fingerprint: "Checksum of the data",
    seen: "Data searched",
    took: "Duration",
    by: "Started by",
  },
};
