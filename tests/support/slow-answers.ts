import type { Page, Route } from "playwright-core";

/**
 * Does something while the API's answers whose path begins so are kept back, as on a slow line;
 * then they are let go, also when the work failed.
 */
export async function whileHeldBack(
  page: Page,
  paths: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const wanted = (url: URL) => paths.some((path) => url.pathname.startsWith(`/api${path}`));
  const wait = async (route: Route) => {
    await opened;
    // The page may have gone on without this answer.
    await route.continue().catch(() => undefined);
  };
  await page.route(wanted, wait);
  try {
    await work();
  } finally {
    open();
    await page.unroute(wanted, wait);
  }
}
