import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { verifyBackup } from '#app/data/backup/backup-reading.server.ts';
import { openUnnamedBackup } from '#app/data/backup/unnamed-backup.server.ts';
import { openDatabase } from '#app/data/database.server.ts';
import { type DatabaseLocation, parseDatabaseUrl } from '#app/data/database-url.server.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { addTokens, fillDatabase } from '../../support/filled-database.ts';
import { temporaryFolder } from '../../support/project.ts';

describeOnBothDatabases('a backup to be downloaded', (_open, { createUrl }) => {
  let location: DatabaseLocation;
  let folder: string;
  beforeEach(async () => {
    const url = await createUrl('with tables');
    const db = await openDatabase(url);
    await fillDatabase(db);
    await addTokens(db, 3_000);
    await db.close();
    location = parseDatabaseUrl(url);
    folder = temporaryFolder();
    vi.stubEnv('TMPDIR', folder);
  });
  afterEach(() => void vi.unstubAllEnvs());

  test('is a whole one, of the size that is said, and leaves no file', async () => {
    const { byteCount, content } = await openUnnamedBackup(location, new AbortController().signal);
    expect(readdirSync(folder)).toEqual([]);
    const bytes = new Uint8Array(await new Response(content).arrayBuffer());
    expect(bytes.length).toBe(byteCount);
    const file = join(temporaryFolder(), 'downloaded.backup');
    writeFileSync(file, bytes);
    await verifyBackup(file);
  });

  test('leaves no file where nobody reads it to its end', async () => {
    const { content } = await openUnnamedBackup(location, new AbortController().signal);
    const reader = content.getReader();
    await reader.read();
    await reader.cancel();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is given up where the browser goes away while it is made', async () => {
    const leaving = new AbortController();
    const making = openUnnamedBackup(location, leaving.signal);
    leaving.abort();
    await expect(making).rejects.toThrow(/abort/i);
    expect(readdirSync(folder)).toEqual([]);
  });
});
