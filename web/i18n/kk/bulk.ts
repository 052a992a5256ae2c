/** Claims and documents for all droppers of a case in one step. */
export const bulk = {
  title: "Барлық дроппер бойынша: талап-арыздар мен құжаттар",
  method: "Талап-арыздар",
  direct: "Тікелей жәбірленушіден түскен",
  documents: "Құжаттар",
  usual: "Талап қою арызы, есеп, аударымдар тізімі, сотқа дейінгі талап",
  fresh: "жаңа",
  below: "ең аз сомадан кем: енгізілмейді",
  ready: "бәрі бар",
  lacks: "Жетіспейді: {{what}}",
  none: "Талап-арыз жоқ.",
  plan_one: "{{formatted}} талап-арыз, жаңасы {{fresh}}; енгізілмегені {{below}}.",
  plan_other: "{{formatted}} талап-арыз, жаңасы {{fresh}}; енгізілмегені {{below}}.",
  submit: "Талап-арыздарды жасап, архивті жүктеу",
  done: "Архив сақталды: {{name}}",
};
