import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  findUpload,
  forgetUpload,
  receiveUpload,
  type UploadLimits,
} from "../../server/loading/uploads/uploaded-files.ts";
import { refusalOf } from "../support/reading.ts";

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "uploads-"));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const LIMITS: UploadLimits = { upload: 1_000, waiting: 1_500, count: 3, reserve: 0 };
const { signal } = new AbortController();
const send = (name: string, bytes: number, by = "anna", limits = LIMITS) =>
  receiveUpload(dataDir, { name, by }, Readable.from([Buffer.alloc(bytes)]), signal, limits);
const kept = () => readdir(join(dataDir, "uploads")).catch(() => []);

describe("uploads", () => {
  it("are their sender's: for others they are not there", async () => {
    const upload = await send("answer.csv", 10);
    expect(await findUpload(dataDir, upload.id, "anna")).toEqual(upload);
    const others = await refusalOf(() => findUpload(dataDir, upload.id, "boris"));
    expect([others.code, others.status]).toEqual(["upload-not-found", 404]);
    await forgetUpload(dataDir, upload);
    expect(await kept()).toEqual([]);
  });

  it("may have any name, that of our own record too", async () => {
    for (const name of ["upload.json", ".upload.json", "../../x.csv", "папка/ответ.csv", "..."]) {
      const upload = await send(name, 10);
      expect((await findUpload(dataDir, upload.id, "anna")).name).toBe(name);
      expect(await readFile(upload.path)).toEqual(Buffer.alloc(10));
      await forgetUpload(dataDir, upload);
    }
  });

  it("end at the limits of size, room and number, and leave nothing behind", async () => {
    expect((await refusalOf(() => send("large.csv", 1_001))).code).toBe("upload-too-large");
    expect(await kept()).toEqual([]);
    await send("a.csv", 1_000);
    expect((await refusalOf(() => send("b.csv", 501))).code).toBe("upload-too-large");
    await send("b.csv", 500, "boris");
    await send("c.csv", 250);
    await send("d.csv", 250);
    expect((await refusalOf(() => send("e.csv", 0))).code).toBe("uploads-too-many");
    expect((await kept()).length).toBe(4);
  });

  it("stop while room is left on the disk for everybody else", async () => {
    const [before, full] = [await kept(), { ...LIMITS, upload: 1e9, waiting: 1e9, count: 99 }];
    const first = await refusalOf(() => send("f.csv", 1, "anna", { ...full, reserve: 2 ** 60 }));
    expect([first.code, first.status]).toEqual(["disk-full", 507]);
    // The room ends while the file comes.
    let reserve = 0;
    const filling = {
      ...full,
      get reserve() {
        return reserve;
      },
    };
    const stream = Readable.from(
      (function* () {
        for (let piece = 0; piece < 40; piece++) {
          if (piece === 20) reserve = 2 ** 60;
          yield Buffer.alloc(2 ** 20);
        }
      })(),
    );
    const later = await refusalOf(() =>
      receiveUpload(dataDir, { name: "g.csv", by: "anna" }, stream, signal, filling),
    );
    expect(later.code).toBe("disk-full");
    expect(await kept()).toEqual(before);
  });

  it("a record another version wrote is no upload", async () => {
    const id = "0b5f6c9e-6a43-4f0e-9d0a-3f1f5c0a7b11";
    await mkdir(join(dataDir, "uploads", id), { recursive: true });
    expect((await refusalOf(() => findUpload(dataDir, id, "anna"))).code).toBe("upload-not-found");
  });
});
