/** Hands a file made on the page to the browser's downloads. */
export function saveFile(
  name: string,
  content: Blob | string,
  type = "text/csv;charset=utf-8",
): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(
    typeof content === "string" ? new Blob([content], { type }) : content,
  );
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
