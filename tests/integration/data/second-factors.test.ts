import { expect, test } from 'vitest';
import { newRecoveryCodes, recoveryCodeHash } from '#app/accounts/recovery-codes.ts';
import type { Database } from '#app/data/database.server.ts';
import { addPerson, findPerson } from '#app/data/people.server.ts';
import { countRecoveryCodes, spendRecoveryCode } from '#app/data/recovery-codes.server.ts';
import {
  acceptStep,
  beginSecondFactor,
  confirmSecondFactor,
  findSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from '#app/data/second-factors.server.ts';
import { describeOnBothDatabases, type OpenDatabase } from '../../support/databases.ts';

const NOON = new Date('2030-01-31T12:00:00Z');
const HASHES = newRecoveryCodes().map((code) => recoveryCodeHash(code) ?? '');
const [FIRST = ''] = HASHES;

describeOnBothDatabases('a second factor', (open) => {
  test('counts once it is confirmed with the secret that was shown', async () => {
    const { db, id } = await withPerson(open);
    expect(await findSecondFactor(db, id)).toBeNull();
    expect(await beginSecondFactor(db, id, 'sealed')).toBe(true);
    expect(await findSecondFactor(db, id)).toEqual({ sealedSecret: 'sealed', isConfirmed: false });
    expect((await findPerson(db, id))?.hasSecondFactor).toBe(false);
    const other = { personId: id, sealedSecret: 'another', step: 7, recoveryHashes: HASHES };
    expect(await confirmSecondFactor(db, other)).toBe(false);
    expect(await confirmSecondFactor(db, { ...other, sealedSecret: 'sealed' })).toBe(true);
    expect((await findPerson(db, id))?.hasSecondFactor).toBe(true);
    expect(await countRecoveryCodes(db, id)).toBe(10);
  });

  test('that is in use is not replaced by a new one unawares', async () => {
    const { db, id } = await withPerson(open, { step: 7 });
    expect(await beginSecondFactor(db, id, 'another')).toBe(false);
    expect(await findSecondFactor(db, id)).toEqual({ sealedSecret: 'sealed', isConfirmed: true });
  });

  test('takes no code twice, nor one of an earlier step', async () => {
    const { db, id } = await withPerson(open, { step: 7 });
    expect(await acceptStep(db, id, 7)).toBe(false);
    expect(await acceptStep(db, id, 6)).toBe(false);
    expect(await acceptStep(db, id, 8)).toBe(true);
    expect(await acceptStep(db, id, 8)).toBe(false);
  });

  test('of twenty times the same code at once takes one', async () => {
    const { db, id } = await withPerson(open, { step: 7 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => acceptStep(db, id, 8)));
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  test('goes with its recovery codes when it is removed, which the audit trail knows', async () => {
    const { db, id } = await withPerson(open, { step: 7 });
    expect(await removeSecondFactor(db, id, 'lost phone')).toBe(true);
    expect(await removeSecondFactor(db, id)).toBe(false);
    expect(await findSecondFactor(db, id)).toBeNull();
    expect(await countRecoveryCodes(db, id)).toBe(0);
    expect(await acceptStep(db, id, 99)).toBe(false);
    const trail = await db.client.auditEntry.findMany({ orderBy: { id: 'asc' } });
    expect(trail.map(({ after }) => JSON.parse(after ?? '').secondFactor)).toEqual([
      'none',
      'set up',
      'none',
    ]);
    expect(trail.at(-1)).toMatchObject({ key: 'ines@example.org', reason: 'lost phone' });
    expect(JSON.stringify(trail)).not.toContain('sealed');
  });
});

describeOnBothDatabases('a recovery code', (open) => {
  test('is good once', async () => {
    const { db, id } = await withPerson(open, { step: 7 });
    expect(await spendRecoveryCode(db, { personId: id, hash: FIRST, now: NOON })).toBe(9);
    expect(await spendRecoveryCode(db, { personId: id, hash: FIRST, now: NOON })).toBeNull();
  });

  test('of twenty uses at the same time lets one through', async () => {
    const { db, id } = await withPerson(open, { step: 7 });
    const uses = Array.from({ length: 20 }, () =>
      spendRecoveryCode(db, { personId: id, hash: FIRST, now: NOON }),
    );
    expect((await Promise.all(uses)).filter((left) => left !== null)).toEqual([9]);
  });

  test('is nobody else’s', async () => {
    const { db, id } = await withPerson(open, { step: 7 });
    const other = await addPerson(db, { email: 'ola@example.org', name: 'Ola', role: 'viewer' });
    expect(await spendRecoveryCode(db, { personId: other.id, hash: FIRST, now: NOON })).toBeNull();
    expect(await countRecoveryCodes(db, id)).toBe(10);
  });

  test('is void when new ones were made', async () => {
    const { db, id } = await withPerson(open, { step: 7 });
    const fresh = newRecoveryCodes().map((code) => recoveryCodeHash(code) ?? '');
    expect(await renewRecoveryCodes(db, id, fresh)).toBe(true);
    expect(await spendRecoveryCode(db, { personId: id, hash: FIRST, now: NOON })).toBeNull();
    expect(await spendRecoveryCode(db, { personId: id, hash: fresh[0] ?? '', now: NOON })).toBe(9);
  });

  test('is not made for somebody without a second factor', async () => {
    const { db, id } = await withPerson(open);
    expect(await renewRecoveryCodes(db, id, HASHES)).toBe(false);
    expect(await countRecoveryCodes(db, id)).toBe(0);
  });
});

/** @param app The time step of the code by which the authenticator app was confirmed; without it, there is none. */
async function withPerson(open: OpenDatabase, app?: { step: number }): Promise<{ db: Database; id: number }> {
  const db = await open();
  const { id } = await addPerson(db, { email: 'ines@example.org', name: 'Ines', role: 'officer' });
  if (app) {
    await beginSecondFactor(db, id, 'sealed');
    await confirmSecondFactor(db, {
      personId: id,
      sealedSecret: 'sealed',
      step: app.step,
      recoveryHashes: HASHES,
    });
  }
  return { db, id };
}
