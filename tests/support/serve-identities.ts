// An OpenID Connect provider in a process of its own, on 127.0.0.1: whoever comes says who they are in a form.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Configuration, Provider } from 'oidc-provider';
import type { IdentityServerOptions } from './identity-server.ts';

const { port, host, clientId, clientSecret, clientAuthentication, emailIn } = JSON.parse(
  process.env.IDENTITIES ?? '{}',
) as Required<IdentityServerOptions>;

const server = createServer();
await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
const issuer = `http://${host}:${(server.address() as AddressInfo).port}`;

const emails = new Map<string, Readonly<Record<string, unknown>>>();
const configuration: Configuration = {
  clients: [
    {
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: ['http://127.0.0.1/sign-in/return'],
      token_endpoint_auth_method: clientAuthentication,
    },
  ],
  clientAuthMethods: [clientAuthentication],
  claims: { email: ['email', 'email_verified', 'xms_edov'] },
  conformIdTokenClaims: emailIn === 'userinfo',
  cookies: { keys: ['only for tests'] },
  features: { devInteractions: { enabled: false } },
  findAccount: (_ctx, accountId) => ({
    accountId,
    claims: () => ({ sub: accountId, ...emails.get(accountId) }),
  }),
  interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
  // Nobody is asked for consent.
  async loadExistingGrant({ oidc }) {
    const grant = new oidc.provider.Grant({
      clientId: oidc.client?.clientId ?? '',
      accountId: oidc.session?.accountId ?? '',
    });
    grant.addOIDCScope('openid email');
    await grant.save();
    return grant;
  },
  pkce: { required: () => true },
};
const provider = new Provider(issuer, configuration);

// The product finds a free port when it starts, which nobody knows before.
provider.Client.prototype.redirectUriAllowed = (uri: string) =>
  /^http:\/\/(127\.0\.0\.1|localhost):\d+\/sign-in\/return$/.test(uri);

const FORM = `<!doctype html><html lang="en"><title>Who are you?</title><form method="post">
<label>Subject <input name="subject"></label> <label>Claims <input name="claims" value="{}"></label>
<button>Continue</button> <button name="cancel" value="yes">Cancel</button></form></html>`;

const answer = provider.callback();
server.on('request', async (request, response) => {
  if (!request.url?.startsWith('/interaction/')) return answer(request, response);
  if (request.method !== 'POST') {
    return void response.setHeader('content-type', 'text/html; charset=utf-8').end(FORM);
  }
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  const form = new URLSearchParams(body);
  const subject = form.get('subject') ?? '';
  emails.set(subject, JSON.parse(form.get('claims') ?? '{}'));
  const result = form.has('cancel') ? { error: 'access_denied' } : { login: { accountId: subject } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
});
process.stdout.write(`${issuer}\n`);
