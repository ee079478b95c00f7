import { openDatabase } from '#app/data/database.server.ts';
import { addPerson, findCredentials } from '#app/data/people.server.ts';
import { startSession } from '#app/data/sessions.server.ts';
import type { Role } from '#app/domain/role.ts';

/** What a browser sends along that is signed in, as a Cookie header has it. */
export type SignedInCookie = `tributary-session=${string}`;

/** Signs in as one of the people of the demonstration, by the click that the sign-in page offers. */
export async function demonstrationCookie(url: string, role: Role): Promise<SignedInCookie> {
  const response = await fetch(`${url}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ demonstration: role }),
    redirect: 'manual',
  });
  const [cookie] = response.headers.getSetCookie();
  if (response.status !== 302 || cookie === undefined) throw new Error(`signing in: ${response.status}`);
  return cookie.split(';', 1)[0] as SignedInCookie;
}

/** Signs somebody in who is added for it: `manager@people.example`. */
export async function personCookie(databaseUrl: string, role: Role): Promise<SignedInCookie> {
  const db = await openDatabase(databaseUrl);
  try {
    const email = `${role}@people.example`;
    const person =
      (await findCredentials(db, email))?.person ?? (await addPerson(db, { email, name: 'Pat Doe', role }));
    const token = await startSession(db, { personId: person.id, device: 'A test', now: new Date() });
    return `tributary-session=${token}`;
  } finally {
    await db.close();
  }
}
