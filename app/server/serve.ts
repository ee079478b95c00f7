import { createServer } from 'node:http';
import { join } from 'node:path';
import { openIdentityProvider } from '#app/accounts/identity-provider.ts';
import { needsAdministrator, setupCode } from '#app/accounts/setup.ts';
import { readBackupSettings } from './backup-settings.ts';
import { locationOf, openPreparedDatabase } from './database.ts';
import { createApp } from './http.ts';
import { isLoopback } from './local-request.ts';
import { openLog } from './log.ts';
import { startNightlyBackups } from './nightly-backup.ts';
import { builtPages, pagesInProgress } from './pages.ts';
import { listen, requireFreePort } from './port.ts';
import { ROOT } from './root.ts';
import { findSessionSecret } from './session-secret.ts';
import { addressOf, readListening, readPublicUrl } from './settings.ts';
import { endOnSignals, trackRequests } from './shutdown.ts';
import { readSingleSignOnSettings } from './single-sign-on-settings.ts';
import { hangUpOnUnread, readClientPatience, requestTimeouts } from './slow-clients.ts';
import { readTrustedProxies } from './trust-proxy.ts';

/**
 * Starts the product: settings, database, pages, and then the web server, whose address it prints.
 *
 * @throws {StartError} when something stands in the way that a person has to put right.
 */
export async function serve(env: NodeJS.ProcessEnv): Promise<void> {
  const { signal, endWith } = endOnSignals();
  const listening = readListening(env);
  const nightly = readBackupSettings(env, ROOT);
  const patienceMs = readClientPatience(env.CLIENT_PATIENCE);
  const trusted = readTrustedProxies(env.TRUST_PROXY);
  const publicUrl = readPublicUrl(env.PUBLIC_URL);
  const singleSignOn = readSingleSignOnSettings(env);
  const isAlone =
    isLoopback(listening.host) && !trusted && (publicUrl === null || isLoopback(new URL(publicUrl).hostname));
  const isDevelopment = env.NODE_ENV === 'development';
  const log = openLog(env.LOG_LEVEL, isDevelopment);
  await requireFreePort(listening);
  const sessionSecret = findSessionSecret(env.SESSION_SECRET, join(ROOT, 'data'));
  const db = await openPreparedDatabase(env.DATABASE_URL, ROOT);
  const pages = await (isDevelopment ? pagesInProgress(ROOT) : builtPages(ROOT, signal));
  const identityProvider = singleSignOn && openIdentityProvider(singleSignOn);
  const backups = { location: locationOf(env.DATABASE_URL, ROOT), nightly };
  const context = { db, sessionSecret, identityProvider, backups, log };
  const app = createApp(pages, { trusted, isAlone, publicUrl }, context);
  const server = createServer(requestTimeouts(patienceMs), app);
  hangUpOnUnread(server, patienceMs);
  const finishRequests = trackRequests(server);
  let endBackups = async () => {};
  endWith(async () => {
    await Promise.all([finishRequests(), endBackups()]);
    await db.close();
  });
  const address = addressOf(await listen(server, listening));
  if (nightly) endBackups = startNightlyBackups(backups.location, nightly, log);
  const isForSetup = await needsAdministrator(db);
  process.stdout.write(`Tributary is at ${address}\n`);
  if (isForSetup) {
    const start = `${publicUrl ?? address}/setup?code=${setupCode(sessionSecret)}`;
    process.stdout.write(`Its administrator is made at ${start}\n`);
  }
}
