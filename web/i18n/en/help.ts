/** The guide's own words; its pages are docs/guide. */
export const help = {
  contents: "Contents of the guide",
  search: "Search the guide",
  found: "Found in the guide",
  nothing: "The guide has nothing about “{{query}}”.",
  noPage: "The guide has no such page.",
  parts: {
    begin: "First hour",
    pages: "Pages",
    meaning: "Meaning and limits",
  },
};
