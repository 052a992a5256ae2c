/** No letter is sent after its answer; null = it was not. Days like 2026-03-05. */
export function sentAfterAnswer(day: string, answered: string) {
  if (day <= answered) return null;
  return {
    field: "day" as const,
    code: "letter-after-answer",
    message: `The letter was answered on ${answered}, before ${day}.`,
    remedy: "Give the day on which it was sent, or correct the day of the answer first.",
    params: { day, answered },
  };
}
