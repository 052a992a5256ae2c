const last = new Map<string, Promise<void>>();

/**
 * Waits until everybody of this process who asked before has ended the turn; answers how to end
 * one's own. Whoever waits for a lock in the database asks for it again and again: of 500 at once
 * an entry took three times as long as of 50. Here the next one is woken.
 *
 * Nothing may be waited for during a turn but the database's own lock of the chain's head, which
 * another program may hold for a moment. So no two wait for each other.
 */
export async function takeTurn(dataDir: string): Promise<() => void> {
  const before = last.get(dataDir);
  let resolve = () => {};
  const promise = new Promise<void>((ended) => {
    resolve = ended;
  });
  last.set(dataDir, promise);
  await before;
  return () => {
    if (last.get(dataDir) === promise) last.delete(dataDir);
    resolve();
  };
}
