// Makes the two Prisma clients in app/data/generated from the one set of models. Runs after every install, so it is
// plain JavaScript, needs no network, and does nothing while the models and Prisma are the same as last time.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(here);
const generated = path.join(root, 'app', 'data', 'generated');
const sqliteModels = path.join(here, 'schema.prisma');
const postgresqlModels = path.join(generated, 'postgresql.prisma');
const stampFile = path.join(generated, 'made-from');

const require = createRequire(import.meta.url);
const prismaPackage = require.resolve('prisma/package.json');
const { version, bin } = require(prismaPackage);
const prismaCli = path.join(path.dirname(prismaPackage), bin.prisma);

const models = readFileSync(sqliteModels, 'utf8');
const stamp = createHash('sha256')
  .update(version)
  .update(models)
  .update(readFileSync(fileURLToPath(import.meta.url)))
  .digest('hex');

if (!isUpToDate()) await generate();

function isUpToDate() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
}

async function generate() {
  rmSync(generated, { recursive: true, force: true });
  mkdirSync(generated, { recursive: true });
  writeFileSync(postgresqlModels, postgresqlFrom(models));
  await Promise.all([runPrisma(sqliteModels), runPrisma(postgresqlModels)]);
  writeFileSync(stampFile, stamp);
}

function postgresqlFrom(text) {
  return text
    .replace('provider = "sqlite"', 'provider = "postgresql"')
    .replace('"../app/data/generated/sqlite"', '"./postgresql"');
}

async function runPrisma(schema) {
  try {
    await promisify(execFile)(process.execPath, [prismaCli, 'generate', '--no-hints', '--schema', schema], {
      cwd: root,
      // Generating never runs the schema engine, but Prisma downloads one unless it is pointed at some file.
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
    });
  } catch (error) {
    console.error(
      `The Prisma client could not be generated from ${schema}:\n${error.stderr || error.message}`,
    );
    process.exit(1);
  }
}
