/// <reference types="vitest/config" />
import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

const future = {
  v3_fetcherPersist: true,
  v3_lazyRouteDiscovery: true,
  v3_relativeSplatPath: true,
  v3_routeConfig: true,
  v3_singleFetch: true,
  v3_throwAbortReason: true,
} as const;

// Remix's plug-in expects to own the server; the test runner transforms files without it (a build that a test has
// started does not).
const isTestRunner = process.env.VITEST !== undefined && process.env.BUILD_DIRECTORY === undefined;

export default defineConfig({
  plugins: isTestRunner ? [] : [remix({ future, buildDirectory: process.env.BUILD_DIRECTORY ?? 'build' })],
  test: {
    reporters: ['default', './tests/support/closing-line.ts'],
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts?(x)'] } },
      {
        extends: true,
        test: {
          name: 'integration',
          globalSetup: ['tests/support/databases-setup.ts'],
          include: ['tests/integration/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          globalSetup: ['tests/support/chromium-setup.ts'],
          include: ['tests/e2e/**/*.spec.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
