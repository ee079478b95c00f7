import { describe, expect, it } from 'vitest';
import { breakdownHref } from '#app/components/figure.tsx';
import { hrefInScope, scopeSearch } from '#app/components/figure-scope.tsx';

describe('what links hand on', () => {
  it('is programme, date and currency, and nothing else of the page they stand on', () => {
    const search = new URLSearchParams('q=saiga&asOf=2013-06-30&currency=EUR&sort=-gap');
    expect(scopeSearch(search)).toBe('asOf=2013-06-30&currency=EUR');
  });

  it('leaves out what the URL leaves empty', () => {
    expect(scopeSearch(new URLSearchParams('asOf=&currency='))).toBe('');
    expect(hrefInScope('/themes/B', '')).toBe('/themes/B');
  });

  it('cannot be replaced by a link', () => {
    expect(hrefInScope('/activities', 'currency=EUR', { currency: 'USD', q: 'a b' })).toBe(
      '/activities?currency=EUR&q=a+b',
    );
  });
});

describe('the address of a breakdown', () => {
  it.each([
    [{ figure: 'gap', scope: { by: 'total' } }, '/breakdown?figure=gap&by=total&currency=EUR'],
    [
      { figure: 'received', scope: { by: 'theme', key: 'B' } },
      '/breakdown?figure=received&by=theme&key=B&currency=EUR',
    ],
    [
      { figure: 'gap', scope: { by: 'activity', key: 'B8', year: 2013 } },
      '/breakdown?figure=gap&by=activity&key=B8&year=2013&currency=EUR',
    ],
  ] as const)('names figure and scope: %j', (reference, href) => {
    expect(breakdownHref(reference, 'currency=EUR')).toBe(href);
  });
});
