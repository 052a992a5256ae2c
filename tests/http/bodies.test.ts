import { once } from "node:events";
import { connect } from "node:net";
import express from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodyInTime } from "../../server/http/body-in-time.ts";
import { type Listening, listen } from "../../server/http/listen.ts";

let listening: Listening;
/** Of the connection's end, as each refused request found it. */
const listeners: number[] = [];

beforeAll(async () => {
  const app = express();
  app.use(bodyInTime({ json: 300, idle: 800, answered: 200 }));
  app.use(express.json());
  app.put("/upload", (request, response) => {
    let bytes = 0;
    request.on("data", (piece: Buffer) => {
      bytes += piece.length;
    });
    request.on("end", () => response.json({ bytes }));
  });
  app.put("/refused", (request, response) => {
    listeners.push(request.socket.listenerCount("close"));
    response.status(401).json({});
  });
  app.post("/json", (request, response) => void response.json(request.body));
  listening = await listen(app, "127.0.0.1", 0);
});
afterAll(() => listening.close(100));

/** Sends a head and pieces of a body, a pause before each; answers what came until the end. */
function send(path: string, method: string, type: string, pieces: string[], pause: number) {
  return new Promise<{ text: string; after: number }>((resolve) => {
    const begun = performance.now();
    const socket = connect(listening.port, "127.0.0.1");
    let text = "";
    socket.on("data", (piece) => {
      text += piece;
      // Answered whole: the connection stays open for the next request.
      if (text.endsWith('{"bytes":9}')) socket.end();
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve({ text, after: performance.now() - begun }));
    socket.write(
      `${method} ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${type}\r\nContent-Length: 9\r\n\r\n`,
    );
    const next = (at: number) => {
      if (at >= pieces.length || socket.destroyed) return;
      socket.write(pieces[at] ?? "");
      setTimeout(() => next(at + 1), pause);
    };
    setTimeout(() => next(0), pause);
  });
}

describe("a body that never ends", () => {
  it("of JSON is refused and its connection closed, also where a byte comes now and then", async () => {
    for (const pieces of [[], ["{", '"', "a"]]) {
      const { text, after } = await send("/json", "POST", "application/json", pieces, 150);
      expect(text).toMatch(/^HTTP\/1.1 408 /);
      expect(text).toContain('"code":"body-too-slow"');
      expect(after).toBeLessThan(5_000);
    }
  });

  it("of an upload ends once nothing more comes, never while it goes on", async () => {
    const type = "application/octet-stream";
    const stuck = await send("/upload", "PUT", type, ["1"], 100);
    expect(stuck.text).toMatch(/^HTTP\/1.1 408 /);
    const slow = await send("/upload", "PUT", type, [..."123456789"], 150);
    expect(slow.text).toContain('{"bytes":9}');
    expect(slow.after).toBeGreaterThan(1_000);
  });

  it("of a request that was refused already does not keep its connection", async () => {
    const { text } = await send("/refused", "PUT", "application/octet-stream", ["1"], 100);
    expect(text).toMatch(/^HTTP\/1.1 401 /);
  });

  it("leaves nothing behind on a connection that goes on to the next one", async () => {
    listeners.length = 0;
    const socket = connect(listening.port, "127.0.0.1");
    const head = "PUT /refused HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n";
    for (let times = 0; times < 12; times += 1) {
      socket.write(head);
      await once(socket, "data");
      socket.write("123456789");
    }
    socket.destroy();
    expect(listeners).toHaveLength(12);
    expect(new Set(listeners).size).toBe(1);
  });
});
