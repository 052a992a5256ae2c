/** What a person watches: accounts, people, saved searches. */
export const watching = {
  title: "Watching",
  lead: "Today says when a new file has something of these.",
  list: "You watch",
  watch: "Watch",
  watched: "Watched",
  words: "What to look for",
  find: "Search",
  save: "Save and watch this search",
  stop: "Stop watching",
  stopOne: "Stop watching {{what}}",
  since: "since {{date}}",
  search: "Search “{{text}}”",
  found_one: "{{count}} hit",
  found_other: "{{count}} hits",
  kinds: { account: "Account", person: "Person", search: "Search" },
  none: {
    title: "You watch nothing yet",
    text: "Press Watch on the card of an account or at a person of a case, or save a search here.",
  },
};
