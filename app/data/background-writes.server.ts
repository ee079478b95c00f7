/** Writes of notes, such as when a token was used last, for which no request should wait and none should fail. */
export type BackgroundWrites = {
  /** Starts a write; while one by the same name is under way, nothing is started. */
  start(name: string, write: () => Promise<unknown>): void;
  /** Waits until none is under way. */
  settle(): Promise<void>;
};

export function backgroundWrites(): BackgroundWrites {
  const underWay = new Map<string, Promise<void>>();
  return {
    start(name, write) {
      if (underWay.has(name)) return;
      // What is lost is a note that the next use writes again.
      const done = write().then(ignore, ignore);
      underWay.set(
        name,
        done.then(() => void underWay.delete(name)),
      );
    },
    async settle() {
      while (underWay.size > 0) await Promise.all(underWay.values());
    },
  };
}

function ignore(): void {}
