import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { DatabaseSetupError, parseDatabaseUrl } from '#app/data/database-url.server.ts';

describe('a database URL', () => {
  test.each([
    ['file:data/t.db', path.resolve('/srv/app', 'data/t.db')],
    ['file:./data/t.db', '/srv/app/data/t.db'],
    ['file:/var/lib/my data/t.db', '/var/lib/my data/t.db'],
    ['file:///var/lib/my%20data/t.db', '/var/lib/my data/t.db'],
  ])('%s names a file', (databaseUrl, file) => {
    expect(parseDatabaseUrl(databaseUrl, '/srv/app')).toEqual({ provider: 'sqlite', file });
  });

  test.each(['postgresql://u:p@db.example/portfolio', 'postgres://u:p@db.example/portfolio'])(
    '%s names a server, and is shown without its password',
    (connectionString) => {
      expect(parseDatabaseUrl(connectionString)).toEqual({
        provider: 'postgresql',
        connectionString,
        shownAs: 'PostgreSQL at db.example, database "portfolio"',
      });
    },
  );

  test.each([
    ['', 'DATABASE_URL must start with file:'],
    ['mysql://root:secret@localhost/x', 'DATABASE_URL must start with file:'],
    ['data/t.db', 'DATABASE_URL must start with file:'],
    ['file:', 'file: needs the path of a file'],
    ['file:data/', 'file: needs the path of a file'],
    ['file:data/t.db?mode=ro', 'a path only'],
    ['file://host/t.db', 'needs an absolute path'],
    ['postgresql://', 'is not a complete PostgreSQL URL'],
    ['postgresql://u:secret@localhost', 'is not a complete PostgreSQL URL'],
    ['postgresql://u:secret@local host/x', 'is not a complete PostgreSQL URL'],
  ])('"%s" is refused', (databaseUrl, words) => {
    expect(() => parseDatabaseUrl(databaseUrl)).toThrow(DatabaseSetupError);
    expect(() => parseDatabaseUrl(databaseUrl)).toThrow(words);
    expect(() => parseDatabaseUrl(databaseUrl)).not.toThrow('secret');
  });
});
