import { isIP } from 'node:net';

/**
 * What an IP address is counted as: an IPv4 address itself, of an IPv6 address the first 64 bits, for whoever has one
 * has as many as they like of the rest.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (isIP(plain) !== 6) return plain;
  const [start = '', end] = plain.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const [first, last] = [groups(start), groups(end ?? '')];
  // A last part such as 192.0.2.1 stands for two groups; it is never among the first four unless written out.
  const missing = end === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const all = [...first, ...Array<string>(missing).fill('0'), ...last];
  return `${all.slice(0, 4).map(normal).join(':')}::/64`;
}

function normal(group: string): string {
  return Number.parseInt(group, 16).toString(16);
}
