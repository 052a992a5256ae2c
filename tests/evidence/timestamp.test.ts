import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packFacts } from "../../server/evidence/pack.ts";
import { stampFault, stampRequest } from "../../server/evidence/timestamp/request.ts";
import { stampService } from "../../server/evidence/timestamp/service.ts";
import { verifyPackage } from "../../server/evidence/verify.ts";
import { someSigner } from "../support/bags.ts";
import { caseFacts } from "../support/case-facts.ts";

const folder = mkdtempSync(join(tmpdir(), "timestamp-"));
const openssl = (...words: string[]) => promisify(execFile)("openssl", words, { cwd: folder });
let service: Server;
/** How the service behaves: as openssl's own, or in a way that must not be taken for a stamp. */
let manner: "honest" | "fails" | "talks" | "replays" = "honest";
let first: Buffer | null = null;

/** openssl's time-stamping authority, behind a port of this machine. */
beforeAll(async () => {
  const config = `[tsa]
serial = ${folder}/serial
crypto_device = builtin
signer_cert = ${folder}/tsa.pem
signer_key = ${folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
[req]
distinguished_name = name
[name]
[stamping]
extendedKeyUsage = critical,timeStamping
`;
  writeFileSync(join(folder, "tsa.cnf"), config);
  writeFileSync(join(folder, "serial"), "01\n");
  const made = ["-newkey", "rsa:2048", "-nodes", "-days", "2", "-config", "tsa.cnf"];
  const into = ["-keyout", "tsa.key", "-out", "tsa.pem", "-extensions", "stamping"];
  await openssl("req", "-x509", ...made, ...into, "-subj", "/CN=tsa");
  service = createServer(async (request, response) => {
    const query = await buffer(request);
    if (manner === "fails") return response.writeHead(500).end();
    if (manner === "talks") return response.end("hello");
    if (manner === "replays" && first) return response.end(first);
    writeFileSync(join(folder, "query"), query);
    const asked = ["-queryfile", "query", "-out", "answer"];
    await openssl("ts", "-reply", "-config", "tsa.cnf", "-section", "tsa", ...asked);
    first ??= readFileSync(join(folder, "answer"));
    response.setHeader("Content-Type", "application/timestamp-reply");
    return response.end(readFileSync(join(folder, "answer")));
  });
  await new Promise<void>((done) => service.listen(0, "127.0.0.1", done));
  const { port } = service.address() as AddressInfo;
  writeFileSync(join(folder, "timestamp.json"), `{"url": "http://127.0.0.1:${port}/tsa"}`);
}, 60_000);
afterAll(async () => {
  await new Promise((done) => service.close(done));
  rmSync(folder, { recursive: true });
});

const facts = caseFacts([{ from: "victim", to: "first", amount: 100_000n, stolen: "R1" }]);
async function exported(name: string): Promise<string> {
  const target = mkdtempSync(join(folder, `${name}-`));
  const stamp = await stampService(folder);
  const options = { language: "en", at: 0, by: "tester", office: null, stamp } as const;
  await packFacts(target, facts, options, someSigner());
  return target;
}

describe("the time stamp of a package", () => {
  it("is one that openssl checks, and changes nothing else", async () => {
    manner = "honest";
    const root = await exported("stamped");
    const data = join(root, "tagmanifest-sha256.txt");
    const tsa = ["-CAfile", "tsa.pem"];
    const { stdout } = await openssl("ts", "-verify", "-data", data, "-in", `${data}.tsr`, ...tsa);
    expect(stdout).toContain("Verification: OK");
    expect(await verifyPackage(root)).toMatchObject({
      intact: true,
      problems: [],
      foreign: ["tagmanifest-sha256.txt.tsr"],
    });
    const other = join(root, "bag-info.txt");
    await expect(
      openssl("ts", "-verify", "-data", other, "-in", `${data}.tsr`, ...tsa),
    ).rejects.toThrow();
  });

  it("is asked of nobody where the office names no service, and a wrong file says so", async () => {
    expect(await stampService(join(folder, "none"))).toBe(null);
    const wrong = mkdtempSync(join(folder, "wrong-"));
    for (const text of ["", "{}", '{"url": "file:///etc/passwd"}', '{"url": "x"}']) {
      writeFileSync(join(wrong, "timestamp.json"), text);
      await expect(stampService(wrong)).rejects.toMatchObject({ code: "timestamp-file" });
    }
  });

  it("that is none refuses the export: an error, other bytes, an older stamp", async () => {
    for (const [one, why] of [
      ["fails", "it answered 500"],
      ["talks", "it is no answer of RFC 3161"],
      ["replays", "the stamp is for other data"],
    ] as const) {
      manner = one;
      await expect(exported(one)).rejects.toMatchObject({
        code: "timestamp-refused",
        message: `The time-stamping service gave no stamp: ${why}.`,
      });
    }
  });

  it("is refused by its status and number too", () => {
    const request = stampRequest(Buffer.from("data"));
    const sequence = (tag: number, ...parts: Buffer[]) => {
      const content = Buffer.concat(parts);
      return Buffer.concat([Buffer.from([tag, content.length]), content]);
    };
    const answer = (status: number, ...token: Buffer[]) =>
      sequence(0x30, sequence(0x30, Buffer.from([2, 1, status])), ...token);
    const token = sequence(0x30, request.imprint, request.nonce);
    expect(stampFault(answer(0, token), request)).toBe(null);
    expect(stampFault(answer(2, token), request)).toBe("the service refused (status 2)");
    expect(stampFault(answer(0), request)).toBe("it has no stamp");
    expect(stampFault(answer(0, token), stampRequest(Buffer.from("data")))).toBe(
      "the stamp answers another request",
    );
    expect(stampFault(answer(0, token).subarray(1), request)).not.toBe(null);
  });
});
