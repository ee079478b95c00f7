import { startProgram } from './project.ts';

export type IdentityServerOptions = {
  /** Any free one if left out. */
  readonly port?: number;
  /** What it calls itself: a browser takes `localhost` and `127.0.0.1` for two sites. */
  readonly host?: 'localhost' | '127.0.0.1';
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly clientAuthentication?: 'client_secret_post' | 'client_secret_basic';
  /** Where it says which e-mail address somebody has. */
  readonly emailIn?: 'userinfo' | 'ID token';
};

export type IdentityServer = {
  readonly issuer: string;
  /** What tells the product about it. */
  readonly settings: {
    readonly OIDC_ISSUER: string;
    readonly OIDC_CLIENT_ID: string;
    readonly OIDC_CLIENT_SECRET: string;
  };
  readonly stop: () => Promise<unknown>;
};

const DEFAULTS: Required<IdentityServerOptions> = {
  port: 0,
  host: 'localhost',
  clientId: 'tributary',
  // With signs that a form, and a password in a header, write in another way.
  clientSecret: 'kept~by/both+sides=and:nobody%else',
  clientAuthentication: 'client_secret_post',
  emailIn: 'userinfo',
};

/** Starts an OpenID Connect provider and waits until it answers. */
export async function startIdentityServer(options: IdentityServerOptions = {}): Promise<IdentityServer> {
  const chosen = { ...DEFAULTS, ...options };
  const command = ['node', '--import', 'tsx', 'tests/support/serve-identities.ts'];
  const { child, said, ended } = startProgram(command, { env: { IDENTITIES: JSON.stringify(chosen) } });
  const address = new Promise<string>((resolve) => {
    child.stdout?.on('data', () => {
      if (said.stdout.endsWith('\n')) resolve(said.stdout.trim());
    });
  });
  const issuer = await Promise.race([address, ended.then(() => null)]);
  if (issuer === null) throw new Error(`the provider ended: ${said.stderr}`);
  return {
    issuer,
    settings: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: chosen.clientId,
      OIDC_CLIENT_SECRET: chosen.clientSecret,
    },
    stop: () => {
      child.kill('SIGKILL');
      return ended;
    },
  };
}
