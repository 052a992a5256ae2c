import compression from "compression";
import type { RequestHandler } from "express";

/** Bytes below which an answer is one packet either way. */
const SMALL = 2_048;

/**
 * Answers and the files of the web app, compressed as the browser asks (gzip or brotli). A file to
 * be saved goes as it is: its length tells the browser how far it is, and most are packed already.
 */
export function compressed(): RequestHandler {
  return compression({
    threshold: SMALL,
    filter: (request, response) =>
      !response.hasHeader("Content-Disposition") && compression.filter(request, response),
  });
}
