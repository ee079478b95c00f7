import { defineConfig } from 'prisma/config';

// For Prisma's own tools only. The product reads DATABASE_URL itself and applies the migrations when it starts.
const databaseUrl = process.env.DATABASE_URL || 'file:data/tributary.db';
const isPostgresql = /^postgres(ql)?:/.test(databaseUrl);

export default defineConfig({
  schema: isPostgresql ? '../app/data/generated/postgresql.prisma' : '../prisma/schema.prisma',
  migrations: { path: `../prisma/migrations/${isPostgresql ? 'postgresql' : 'sqlite'}` },
  datasource: { url: databaseUrl },
});
