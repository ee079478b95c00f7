import { reasonOf, StartError } from './start-error.ts';

// Before anything is loaded that reads it.
process.env.NODE_ENV = process.argv.includes('--dev') ? 'development' : 'production';

const { serve } = await import('./serve.ts');

await serve(process.env).catch((error: unknown) => {
  if (!(error instanceof StartError)) throw error;
  console.error(`tributary: ${reasonOf(error)}`);
  process.exit(1);
});
