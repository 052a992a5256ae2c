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
};
