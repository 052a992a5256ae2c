import { defineConfig } from "vitest/config";

/**
 * Run beside the other integration tests. The first ones start and stop servers of their own; those
 * of claims, loading and measures share a second Neo4j, so that both rows take equally long.
 */
const SERVERS = [
  "tests/neo4j/{class-archive,disk,faults,first-start}.integration.test.ts",
  "tests/http/{demo,serve}.integration.test.ts",
  "tests/backup/backup.integration.test.ts",
  "tests/claims/*.integration.test.ts",
  "tests/loading/kills.integration.test.ts",
  "tests/measures/effect.integration.test.ts",
];
/**
 * One after another, last: `npm run dev` builds anew what the others run, and the browser tests
 * among them measure how long somebody waits.
 */
const ALONE = [
  "tests/e2e/{hostile-files,measures}.e2e.test.ts",
  "tests/setup/dev.integration.test.ts",
];

/**
 * Files of these projects share one process and its modules: loading them anew for each file would
 * take a third of the time of short ones.
 */
const TOGETHER = { isolate: false };

/**
 * unit: no database · integration: one real Neo4j for the whole run, files one after another ·
 * servers: the other half, mostly with servers of their own, beside those · e2e: the real command
 * line, server and Chromium, two files at a time (one alone leaves half of two cores idle) ·
 * alone: those of them that measure, and `npm run dev`.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/**/*.integration.test.ts", "tests/e2e/**"],
          ...TOGETHER,
          testTimeout: 30_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: "integration",
          include: ["tests/**/*.integration.test.ts"],
          exclude: [...SERVERS, ...ALONE],
          globalSetup: ["tests/support/shared-neo4j.ts"],
          ...TOGETHER,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "servers",
          include: SERVERS,
          globalSetup: ["tests/support/shared-neo4j.ts"],
          ...TOGETHER,
          fileParallelism: false,
          env: { DROPPER_GRAPH_HEAP_MB: "768" },
          testTimeout: 120_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "e2e",
          include: ["tests/e2e/*.e2e.test.ts"],
          exclude: ALONE,
          globalSetup: ["tests/support/warm-neo4j.ts"],
          maxWorkers: 2,
          testTimeout: 240_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: "alone",
          include: ALONE,
          globalSetup: ["tests/support/warm-neo4j.ts"],
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
