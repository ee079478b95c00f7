import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import type { DiffParams, DiffTarget, MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';

export type Provider = 'sqlite' | 'postgresql';

const MODELS: Record<Provider, URL> = {
  sqlite: new URL('schema.prisma', import.meta.url),
  postgresql: new URL('../app/data/generated/postgresql.prisma', import.meta.url),
};

type EngineModule = {
  readonly SchemaEngine: typeof SchemaEngine;
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
};

/** The models as Prisma's engine wants them: a file name and its text. */
export function readModels(provider: Provider): { path: string; content: string } {
  return { path: `${provider}.prisma`, content: readFileSync(MODELS[provider], 'utf8') };
}

/** Prisma's schema engine, connected to a database (which `diff` only looks at where a target says so). */
export async function connectSchemaEngine(provider: Provider, databaseUrl: string): Promise<SchemaEngine> {
  const { SchemaEngine } = await loadEngine();
  const factory =
    provider === 'sqlite' ? new SqliteAdapter({ url: databaseUrl }) : new PostgresqlAdapter(databaseUrl);
  const models = readModels(provider);
  return SchemaEngine.new(
    { datamodels: [[models.path, models.content]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
}

// The engine asks about partial indexes and CHECKs in words that its own drivers take and these adapters do not.

class SqliteAdapter extends PrismaBetterSqlite3 {
  override async connect() {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = (query) =>
      queryRaw({ ...query, sql: query.sql.replace(/name = "(.*)";$/, "name = '$1';") });
    return adapter;
  }
}

const SINGLE_CHARACTERS = new Set(['constraint_type', 'confdeltype', 'confupdtype']);

class PostgresqlAdapter extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const sql = query.sql
        .replace('constr.contype AS', 'constr.contype::text AS')
        .replaceAll(/\bcon\.(conf(?:del|upd)type),/g, 'con.$1::text AS $1,');
      const result = await queryRaw({ ...query, sql });
      const columnTypes = result.columnTypes.map((type, index) =>
        SINGLE_CHARACTERS.has(result.columnNames[index] ?? '') ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    };
    return adapter;
  }
}

/** The SQL that leads from one state of the schema to another; Prisma's comment on an empty migration if none. */
export async function diffAsSql(engine: SchemaEngine, from: DiffTarget, to: DiffTarget): Promise<string> {
  const filters = { externalTables: [], externalEnums: [] };
  const parameters = { from, to, script: true, exitCode: null, shadowDatabaseUrl: null, filters };
  const { stdout } = await engine.diff(parameters satisfies DiffParams);
  return stdout ?? '';
}

export type { DiffTarget, MigrationList };

let loaded: Promise<EngineModule> | undefined;

/** The package imports its `.wasm` file, which Node cannot do: this does the same by hand. */
function loadEngine(): Promise<EngineModule> {
  loaded ??= instantiate(engineModule as unknown as EngineModule);
  return loaded;
}

async function instantiate(module: EngineModule): Promise<EngineModule> {
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = readFileSync(script.replace(/\.js$/, '.wasm'));
  const imports = { './schema_engine_bg.js': module as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  module.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return module;
}
