/** A file with the path it had inside what was dropped: "answers/Halyk/117.xlsx". */
export interface DroppedFile {
  readonly path: string;
  readonly file: File;
}

function isNoise(name: string): boolean {
  return name === ".DS_Store" || name === "Thumbs.db" || name.startsWith("~$");
}

async function filesOf(entry: FileSystemEntry, path: string): Promise<DroppedFile[]> {
  const here = path === "" ? entry.name : `${path}/${entry.name}`;
  if (isNoise(entry.name)) return [];
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    return [{ path: here, file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: DroppedFile[] = [];
  for (;;) {
    /** A folder comes in batches of a hundred; an empty batch is its end. */
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (batch.length === 0) return found;
    for (const child of batch) found.push(...(await filesOf(child, here)));
  }
}

/** Everything dropped, folders opened all the way down. */
export async function droppedFiles(data: DataTransfer): Promise<DroppedFile[]> {
  const entries = [...data.items]
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null);
  if (entries.length === 0) return [...data.files].map((file) => ({ path: file.name, file }));
  const found: DroppedFile[] = [];
  for (const entry of entries) found.push(...(await filesOf(entry, "")));
  return found;
}

/** Files chosen in the dialog; with a chosen folder the browser tells the path inside it. */
export function chosenFiles(list: FileList | null): DroppedFile[] {
  return [...(list ?? [])]
    .filter((file) => !isNoise(file.name))
    .map((file) => ({
      path: file.webkitRelativePath === "" ? file.name : file.webkitRelativePath,
      file,
    }));
}
