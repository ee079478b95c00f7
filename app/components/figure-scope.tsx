import { Link, type LinkProps } from '@remix-run/react';
import { createContext, type ReactNode, useContext } from 'react';
import type { Currency } from '#app/domain/money.ts';

/** What every figure on a page has in common; it is in the URL and links hand it on. */
type FigureScope = {
  readonly currency: Currency;
  /** `programme`, `asOf` and `currency` as the URL has them, without the question mark. */
  readonly search: string;
  /** Shows a breakdown on top of the page; without it the link leads to the breakdown's own page. */
  readonly openBreakdown: ((href: string) => void) | null;
};

const Scope = createContext<FigureScope>({ currency: 'USD', search: '', openBreakdown: null });

export const SCOPE_KEYS = ['programme', 'asOf', 'currency'] as const;

export function FigureScopeProvider({ children, ...scope }: FigureScope & { children: ReactNode }) {
  return <Scope.Provider value={scope}>{children}</Scope.Provider>;
}

export function useFigureScope(): FigureScope {
  return useContext(Scope);
}

/** The part of a URL's search that the figures depend on. */
export function scopeSearch(search: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const key of SCOPE_KEYS) {
    const value = search.get(key);
    if (value) kept.set(key, value);
  }
  return kept.toString();
}

/** A path with more search parameters, none of which replaces the scope's. */
export function hrefInScope(
  path: string,
  search: string,
  more: Readonly<Record<string, string>> = {},
): string {
  const all = new URLSearchParams(more);
  for (const [key, value] of new URLSearchParams(search)) all.set(key, value);
  return all.size > 0 ? `${path}?${all}` : path;
}

/** A link to another page about the same programme, date and currency. */
export function ScopedLink({ to, anchor, ...rest }: Omit<LinkProps, 'to'> & { to: string; anchor?: string }) {
  const { search } = useFigureScope();
  const href = hrefInScope(to, search);
  return <Link {...rest} to={anchor ? `${href}#${anchor}` : href} />;
}
