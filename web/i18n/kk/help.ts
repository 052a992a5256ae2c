/** The guide's own words; its pages are docs/guide. */
export const help = {
  contents: "Анықтаманың мазмұны",
  search: "Анықтамадан іздеу",
  found: "Анықтамадан табылды",
  nothing: "Анықтамада «{{query}}» туралы ештеңе жоқ.",
  noPage: "Анықтамада мұндай бет жоқ.",
  parts: {
    begin: "Алғашқы сағат",
    pages: "Беттер",
    meaning: "Мағынасы мен шегі",
  },
};
