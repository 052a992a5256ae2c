import { useQuery } from "@tanstack/react-query";
import { caseFiles } from "../../contract/case-files.ts";
import { addressOf, call } from "../api/call.ts";
import { upload } from "../api/upload.ts";
import { useChange } from "./case-change.ts";

/** Files of a case, those taken out included. */
export function useCaseFiles(id: string) {
  return useQuery({
    queryKey: ["cases", id, "files"],
    queryFn: ({ signal }) => call(caseFiles.list, { params: { id }, signal }),
  });
}

/** What a file is, and where it belongs. */
export interface Attached {
  readonly file: File;
  readonly about: string;
  readonly claim?: string;
  readonly payment?: string;
}

/** Sends a file into a case that was seen in this version. */
export function useAddCaseFile(id: string, version: number) {
  return useChange(
    ({ file, ...said }: Attached, from) => {
      const query = { ...said, version: from, name: file.name };
      const address = addressOf(caseFiles.add, { params: { id }, query });
      return upload(caseFiles.add.method, address, file);
    },
    { caseId: id, version },
  );
}

export function useRemoveCaseFile(id: string, version: number) {
  return useChange(
    ({ file, reason }: { file: string; reason: string }, from) =>
      call(caseFiles.remove, { params: { id, file }, body: { version: from, reason } }),
    { caseId: id, version },
  );
}

/** Where the browser gets the bytes from. */
export function caseFileAddress(id: string, file: string): string {
  return addressOf(caseFiles.get, { params: { id, file } });
}
