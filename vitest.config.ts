import { defineConfig } from 'vitest/config';

const onDatabase = { globalSetup: ['tests/given/global-setup.ts'], setupFiles: ['tests/given/each-file.ts'] };

/** Files share a process, one after another: reading the whole application anew for each took a quarter of the time. */
const inOneProcess = { isolate: false };

/** One project per kind of test; `vitest run --project features` runs one kind. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    maxWorkers: 2,
    // No test is about time: a slow machine must not fail one.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // A test that expects nothing cannot fail.
    expect: { requireAssertions: true, poll: { timeout: 600_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'tests/navigator/**/*.test.ts'],
          exclude: ['src/features/**', 'src/platform/db/**', 'src/platform/audit/**', 'src/platform/jobs/**'],
          ...inOneProcess,
        },
      },
      {
        extends: true,
        test: {
          name: 'features',
          include: [
            'src/features/**/*.test.{ts,tsx}',
            'src/platform/db/**/*.test.ts',
            'src/platform/audit/**/*.test.ts',
            'src/platform/jobs/**/*.test.ts',
            'tests/search/**/*.test.ts',
            'tests/races/**/*.test.ts',
          ],
          ...onDatabase,
          ...inOneProcess,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.{ts,tsx}', 'tests/fuzz/**/*.test.ts', 'tests/security/**/*.test.ts'],
          ...onDatabase,
          ...inOneProcess,
        },
      },
      { extends: true, test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], ...onDatabase } },
      { extends: true, test: { name: 'architecture', include: ['tests/architecture/**/*.test.ts'] } },
      {
        extends: true,
        test: { name: 'start', include: ['tests/start/**/*.test.ts'], fileParallelism: false },
      },
      { extends: true, test: { name: 'real', include: ['tests/real/**/*.test.ts'] } },
    ],
  },
});
