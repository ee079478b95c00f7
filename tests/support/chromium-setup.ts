import type { TestProject } from 'vitest/node';
import { requireChromium } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    chromiumPath: string;
  }
}

/** Finds the browser once for the whole run, before anything slow. */
export default function setup(project: TestProject): void {
  project.provide('chromiumPath', requireChromium());
}
