import type { Database } from '#app/data/database.server.ts';
import { type Admission, admitByEmail, findAdmission } from '#app/data/single-sign-on.server.ts';
import type { Identity } from './identity-provider.ts';

/**
 * The person whom a provider names: who has been that before, or else who has the e-mail address that the provider
 * has verified. Nobody becomes a person here by being one there.
 */
export async function admit(db: Database, identity: Identity): Promise<Admission> {
  const known = await findAdmission(db, identity);
  if (known) return known;
  const email = await identity.findEmail();
  if (email.kind === 'refused') return email;
  if (!email.isVerified) return { kind: 'refused', refusal: 'e-mail address not verified', detail: null };
  return admitByEmail(db, email.text, identity);
}
