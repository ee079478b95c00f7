import { linkAddress } from '#app/accounts/links.ts';
import { CommandError } from './command.ts';
import type { Terminal } from './terminal.ts';

/**
 * The address of a one-time link: under PUBLIC_URL, or on this machine at PORT.
 *
 * @throws {CommandError} for settings that cannot be an address.
 */
export function addressOfLink({ env }: Terminal, token: string): string {
  const { PUBLIC_URL: base, PORT: port } = env;
  const publicUrl = base || `http://127.0.0.1:${port || '3000'}`;
  if (!/^https?:\/\//.test(publicUrl) || !URL.canParse(publicUrl)) {
    throw new CommandError(
      base
        ? `PUBLIC_URL "${base}" is not an address such as https://tributary.example.org`
        : `PORT "${port}" is not a port`,
    );
  }
  return linkAddress(publicUrl.replace(/\/+$/, ''), token);
}
