import type { BreakdownScope, RowFigure } from '#app/domain/breakdown.ts';
import type { ShownFigures } from '#app/domain/shown-figures.ts';
import { CoverageBar } from './coverage-bar.tsx';
import { Figure } from './figure.tsx';
import { useFigureScope } from './figure-scope.tsx';
import { type ChartLayer, Swatch } from './layers.tsx';

type HeadlineFigures = Omit<ShownFigures, 'surplusMinor' | 'weightedPipelineMinor'>;

type Term = {
  readonly figure: RowFigure;
  readonly value: keyof HeadlineFigures;
  readonly name: string;
  readonly how: string;
  readonly layer?: ChartLayer;
};

const TERMS: readonly Term[] = [
  {
    figure: 'requirement',
    value: 'requirementMinor',
    name: 'Requirement',
    how: 'by approved budgets',
  },
  {
    figure: 'received',
    value: 'receivedMinor',
    name: '− Received',
    how: 'money that arrived',
    layer: 'received',
  },
  {
    figure: 'committed',
    value: 'committedMinor',
    name: '− Committed',
    how: 'signed, not yet arrived',
    layer: 'committed',
  },
  { figure: 'gap', value: 'gapMinor', name: '= Funding gap', how: 'nothing signed covers it' },
  {
    figure: 'pledged',
    value: 'pledgedMinor',
    name: '− Pledged',
    how: 'announced, not binding',
    layer: 'pledged',
  },
  {
    figure: 'gapIfPledgesHold',
    value: 'gapIfPledgesHoldMinor',
    name: '= Gap if pledges hold',
    how: 'nobody has offered it',
    layer: 'open',
  },
];

/** The sum from requirement to gap as one bar and its figures. */
export function HeadlineFigures({ figures, scope }: { figures: HeadlineFigures; scope?: BreakdownScope }) {
  const { currency } = useFigureScope();
  const seesPledged = figures.gapIfPledgesHoldMinor !== null;
  return (
    <section className="headline" aria-label="Headline figures">
      <CoverageBar figures={figures} currency={currency} tall />
      <dl className="headline-figures">
        {TERMS.filter(({ value }) => figures[value] !== null).map(({ figure, value, name, how, layer }) => (
          <div key={figure} className={figure === 'gap' ? 'is-gap' : undefined}>
            <dt>
              {layer && <Swatch layer={layer} />}
              {figure === 'gap' && !seesPledged && <Swatch layer="open" />}
              {name}
            </dt>
            <dd className="amount">
              <Figure figure={figure} scope={scope} minor={figures[value] ?? 0n} named />
            </dd>
            <dd className="how">{how}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
