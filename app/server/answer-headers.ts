import type { RequestHandler } from 'express';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const UNUSED = [
  ...['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer', 'microphone'],
  ...['midi', 'payment', 'usb'],
];
const HSTS = `max-age=${365 * 24 * 60 * 60}`;

/** A page brings its own policy; for anything else, nothing may run or be loaded. Styles: the icon has some inside. */
const NOTHING_RUNS =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const HEADERS = {
  'content-security-policy': NOTHING_RUNS,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': UNUSED.map((feature) => `${feature}=()`).join(', '),
  // With "no-referrer", a browser would hide the origin that a form is sent from, too.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** What every answer carries. Strict-Transport-Security only over HTTPS: over HTTP a browser ignores it. */
export const guardAnswer: RequestHandler = (request, response, next) => {
  response.set(HEADERS);
  if (request.secure) response.set('strict-transport-security', HSTS);
  if (METHODS.includes(request.method)) next();
  else response.set('allow', METHODS.join(', ')).sendStatus(405);
};
