import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '#app/data/database.server.ts';
import { findOneTimeLink } from '#app/data/one-time-links.server.ts';
import { addPerson, findCredentials } from '#app/data/people.server.ts';
import { beginSecondFactor, confirmSecondFactor } from '#app/data/second-factors.server.ts';
import { type Environment, portfolio, temporaryFolder } from '../support/project.ts';

const newUrl = () => `file:${join(temporaryFolder(), 'tributary.db')}`;
const run = (databaseUrl: string, words: readonly string[], env: Environment = {}) =>
  portfolio(['user', ...words], { env: { DATABASE_URL: databaseUrl, ...env } });

/** What the link on stdout is good for. */
async function linkIn(databaseUrl: string, stdout: string) {
  const db = await openDatabase(databaseUrl);
  try {
    return await findOneTimeLink(db, stdout.trim().replace(/.*\/accept\//, ''), new Date());
  } finally {
    await db.close();
  }
}

describe('user add', () => {
  test('adds somebody and prints the invitation, and nothing else, on stdout', async () => {
    const url = newUrl();
    const added = await run(url, [
      'add',
      'Ines.Marsh@Example.org',
      '--role',
      'administrator',
      '--name',
      'Ines',
    ]);
    expect(added.status).toBe(0);
    expect(added.stdout).toMatch(/^http:\/\/127\.0\.0\.1:3000\/accept\/[\w-]{43}\n$/);
    expect(added.stderr).toContain('Hand it over to Ines');
    expect(await linkIn(url, added.stdout)).toMatchObject({
      kind: 'good',
      purpose: 'invitation',
      person: { email: 'ines.marsh@example.org', role: 'administrator', name: 'Ines' },
    });

    const again = await run(url, ['add', 'ines.marsh@example.org', '--role', 'viewer']);
    expect([again.status, again.stdout]).toEqual([1, '']);
    expect(again.stderr).toContain('somebody with the address ines.marsh@example.org is there already');
  });

  test.each([
    [{ PUBLIC_URL: 'https://tributary.example.org/' }, 'https://tributary.example.org/accept/'],
    [{ PORT: '8080' }, 'http://127.0.0.1:8080/accept/'],
  ])('prints the address where people find the server (%j)', async (env, start) => {
    const { stdout } = await run(newUrl(), ['add', 'ola@example.org', '--role', 'viewer'], env);
    expect(stdout.startsWith(start), stdout).toBe(true);
  });

  test.each([
    [['add'], 'EMAIL is missing'],
    [['add', 'ola@example.org'], '--role is missing'],
    [['add', 'ola@example.org', '--role', 'king'], '--role "king" is unknown'],
    [['add', 'ola', '--role', 'viewer'], '"ola" is not an e-mail address'],
    [['add', 'ola@example.org', '--role', 'viewer', '--name', ' '], '--name must not be empty'],
  ])('refuses %j as wrongly asked', async (words, complaint) => {
    const { status, stdout, stderr } = await run(newUrl(), words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(complaint);
    expect(stderr).toContain('usage: portfolio user add EMAIL --role ROLE');
  });

  test('adds nobody when the address of the server is none', async () => {
    const url = newUrl();
    const refused = await run(url, ['add', 'ola@example.org', '--role', 'viewer'], {
      PUBLIC_URL: 'tributary',
    });
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain('PUBLIC_URL "tributary" is not an address');
    expect((await run(url, ['reset', 'ola@example.org'])).stderr).toContain('nobody has the address');
  });
});

describe('user reset', () => {
  test('prints a link to a new password, and takes a lost phone away when asked to', async () => {
    const url = newUrl();
    const db = await openDatabase(url);
    const person = {
      email: 'ada@example.org',
      name: 'Ada',
      role: 'administrator',
      passwordHash: 'a hash',
    } as const;
    const { id } = await addPerson(db, person);
    await beginSecondFactor(db, id, 'sealed');
    await confirmSecondFactor(db, { personId: id, sealedSecret: 'sealed', step: 1, recoveryHashes: [] });

    const plain = await run(url, ['reset', 'ADA@example.org']);
    expect(await linkIn(url, plain.stdout)).toMatchObject({ kind: 'good', purpose: 'reset' });
    expect((await findCredentials(db, 'ada@example.org'))?.person.hasSecondFactor).toBe(true);
    const without = await run(url, ['reset', 'ada@example.org', '--without-second-factor']);
    expect(await linkIn(url, without.stdout)).toMatchObject({ kind: 'good' });
    expect(await linkIn(url, plain.stdout)).toEqual({ kind: 'replaced' });
    expect((await findCredentials(db, 'ada@example.org'))?.person.hasSecondFactor).toBe(false);
    await db.close();
  });
});
