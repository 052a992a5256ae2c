export const log = {
  title: "Log",
  lead: "What everybody did, and who looked at whom. Reading the log is itself noted.",
  only: {
    title: "For the head of the office and the auditor",
    text: "The log shows what colleagues did; ask one of them.",
  },
  entries: {
    title: "What was done",
  },
  looks: {
    title: "Who looked at people",
    shown: "{{shown}} of {{total}} shown",
  },
  fields: {
    who: "Login",
    what: "Act",
    target: "Case or number",
    whom: "IIN, account or word",
    case: "Case",
    from: "From",
    until: "Until",
  },
  columns: {
    time: "Time",
    who: "Who",
    what: "Act",
    target: "Done to",
    details: "Details",
    why: "Reason",
  },
  find: "Find",
  save: "Save as CSV",
  more: "Show more",
  noSuchAct: "No such act.",
  nothing: "Nothing fits this filter.",
  whoLooked: "Who looked at this person",
  held: {
    reason: "Reason of the request",
    save: "Save all that is held about the person",
  },
};
