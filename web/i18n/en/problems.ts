export const problems = {
  unexpected: {
    text: "Something went wrong in the browser.",
    remedy: "Load the page again; your data is safe on the server.",
  },
  "server-unreachable": {
    text: "The server does not answer.",
    remedy: "Check that the program is running; this page tries again by itself.",
  },
  "server-failed": {
    text: "The server made a mistake while answering.",
    remedy: "Try again; if it stays, send the administrator the time and what you were doing.",
  },
  "bad-answer": {
    text: "The server answered in a way this page does not understand.",
    remedy: "Load the page again to get the newest version.",
  },
  "database-recovering": { text: "The database is recovering.", remedy: "Wait a moment; nothing is lost." },
  "not-found": {
    text: "There is nothing under this number in the database.",
    remedy: "Check it, or search for it; a withdrawn file takes its transfers with it.",
  },
  "database-unavailable": {
    text: "The database cannot be used now.",
    remedy:
      "The administrator finds the cause in the program’s window or with the command doctor; the page goes on by itself.",
  },
  "disk-full": {
    text: "There is no room left on the disk. What was saved is safe.",
    remedy: "The administrator must free some space; then try again.",
  },
  "nothing-loaded": {
    text: "There are no transfers in this database, so nothing can be searched.",
    remedy: "Load bank answers first.",
  },
  internal: {
    text: "The server made a mistake while answering.",
    remedy: "Try again; if it stays, send the administrator the time and what you were doing.",
  },
};
