// Drafts the SQL of a migration for both databases, from what the migrations make so far to what the models say:
//   node --import tsx prisma/draft-migration.ts 0002_contacts
// CHECKs and partial indexes of new tables are written into the drafts by hand.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseDatabaseUrl } from '#app/data/database-url.server.ts';
import { migrateDatabase } from '#app/data/migrations.server.ts';
import { startPostgresServer } from '../tests/support/postgres-server.ts';
import { connectSchemaEngine, diffAsSql, type Provider, readModels } from './schema-engine.ts';

const [name] = process.argv.slice(2);
if (!name || !/^\d{4}_[a-z0-9_]+$/.test(name)) {
  throw new Error('Give the migration a number and a name, such as 0002_contacts');
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'tributary-draft-'));
const server = await startPostgresServer();
try {
  await draft('sqlite', `file:${path.join(folder, 'draft.db')}`);
  await draft('postgresql', server.databaseUrl);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true });
}

async function draft(provider: Provider, databaseUrl: string): Promise<void> {
  await migrateDatabase(parseDatabaseUrl(databaseUrl));
  const engine = await connectSchemaEngine(provider, databaseUrl);
  const models = [readModels(provider)];
  const sql = await diffAsSql(
    engine,
    { tag: 'schemaDatasource', files: models, configDir: import.meta.dirname },
    { tag: 'schemaDatamodel', files: models },
  );
  const target = path.join(import.meta.dirname, 'migrations', provider, name as string);
  mkdirSync(target);
  writeFileSync(path.join(target, 'migration.sql'), sql);
  process.stdout.write(`${path.join(target, 'migration.sql')}\n`);
}
