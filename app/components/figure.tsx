import { Link } from '@remix-run/react';
import type { MouseEvent } from 'react';
import type { BreakdownScope, FigureName, FigureReference } from '#app/domain/breakdown.ts';
import { hrefInScope, useFigureScope } from './figure-scope.tsx';
import { Money } from './money.tsx';

const TOTAL: BreakdownScope = { by: 'total' };

/** The address of the page that says what a figure is made of. */
export function breakdownHref({ figure, scope }: FigureReference, search: string): string {
  const which: Record<string, string> = { figure, by: scope.by };
  if (scope.by !== 'total') {
    which.key = scope.key;
    if (scope.by === 'activity' && scope.year !== undefined) which.year = String(scope.year);
  }
  return hrefInScope('/breakdown', search, which);
}

/** An amount in the reporting currency that says on demand what it is made of. */
export function Figure({
  figure,
  scope = TOTAL,
  minor,
  named = false,
}: {
  figure: FigureName;
  scope?: BreakdownScope | undefined;
  minor: bigint;
  named?: boolean;
}) {
  const { currency } = useFigureScope();
  return (
    <BreakdownLink reference={{ figure, scope }} className="figure">
      <Money minor={minor} currency={currency} named={named} />
    </BreakdownLink>
  );
}

/** A link to a breakdown: on top of the page where scripts run, else a page of its own. */
export function BreakdownLink({
  reference,
  className,
  children,
}: {
  reference: FigureReference;
  className?: string;
  children: React.ReactNode;
}) {
  const { search, openBreakdown } = useFigureScope();
  const href = breakdownHref(reference, search);
  const open = (event: MouseEvent) => {
    const wantsOwnTab = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!openBreakdown || wantsOwnTab) return;
    event.preventDefault();
    openBreakdown(href);
  };
  return (
    <Link className={className} to={href} onClick={open}>
      {children}
    </Link>
  );
}
