import type { Page, Route } from "playwright-core";

/**
 * Keeps the API's answers back, as a slow line does, from now until the returned function is
 * called. `path` is what the address ends with or holds ("/accounts/").
 */
export async function holdBack(page: Page, ...paths: string[]): Promise<() => Promise<void>> {
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
  return async () => {
    open();
    await page.unroute(wanted, wait);
  };
}
