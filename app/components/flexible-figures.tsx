import type { FigureName } from '#app/domain/breakdown.ts';
import type { FlexibleFunding } from '#app/domain/flexible-funding.ts';
import type { ShownFigures } from '#app/domain/shown-figures.ts';
import { Figure } from './figure.tsx';

/** Money that is not allocated yet and what it could close, surplus, and what is only hoped for. */
export function FlexibleFigures({
  total,
  flexible,
  ifPledgesHold,
  stalePipelineMinor,
}: {
  total: ShownFigures;
  flexible: FlexibleFunding;
  /** Null where announced pledges are not shown. */
  ifPledgesHold: FlexibleFunding | null;
  stalePipelineMinor: bigint | null;
}) {
  return (
    <section className="section" aria-labelledby="flexible-title">
      <h2 id="flexible-title">Money without a place yet{stalePipelineMinor === null ? '' : ', and hopes'}</h2>
      <dl className="figure-list">
        <Line name="Flexible funding" figure="flexible" minor={flexible.flexibleMinor}>
          received or signed for, not allocated to an activity
        </Line>
        <Line name="Deployable" figure="deployable" minor={flexible.deployableMinor}>
          the part of it that open gaps can take under its earmarks
        </Line>
        <Line name="Stranded" figure="stranded" minor={flexible.strandedMinor}>
          the part that no open gap can take
        </Line>
        <Line name="Attainable gap" figure="attainableGap" minor={flexible.attainableGapMinor}>
          what stays open when flexible funding is spread in the best way
          {ifPledgesHold && (
            <>
              ; if pledges hold{' '}
              <Figure figure="attainableGapIfPledgesHold" minor={ifPledgesHold.attainableGapMinor} />
            </>
          )}
        </Line>
        <Line name="Surplus" figure="surplus" minor={total.surplusMinor}>
          allocated to activities beyond what they need; it hides no gap elsewhere
        </Line>
        <Line name="Weighted pipeline" figure="weightedPipeline" minor={total.weightedPipelineMinor}>
          open asks by their probability: a hope, not part of any gap
        </Line>
        <Line name="Stale pipeline" figure="stalePipeline" minor={stalePipelineMinor}>
          the same of prospects whose decision date has passed
        </Line>
      </dl>
    </section>
  );
}

function Line({
  name,
  figure,
  minor,
  children,
}: {
  name: string;
  figure: FigureName;
  /** Null is not for the reader to see. */
  minor: bigint | null;
  children: React.ReactNode;
}) {
  if (minor === null) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Figure figure={figure} minor={minor} named />
      </dd>
      <dd className="how">{children}</dd>
    </div>
  );
}
