import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** Ends a run with its totals on a line of their own, `312 passed, 0 failed`, after the runner's own summary. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const counts = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) {
      let failedHere = 0;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'failed') failedHere += 1;
        else if (state === 'passed') counts.passed += 1;
        else counts.skipped += 1;
      }
      // A file that cannot even be loaded, or whose hooks fail, has no failed test to show for it.
      counts.failed += Math.max(failedHere, module.state() === 'failed' ? 1 : 0);
    }
    if (counts.passed + counts.failed === 0) process.exitCode = 1;
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
    process.stdout.write(`${counts.passed} passed, ${counts.failed} failed${skipped}\n`);
  }
}
