import type { Activity } from '#app/domain/activity.ts';
import { FUNDING_NAMES, FundingBadge, PRIORITY_NAMES, StatusBadge } from './badge.tsx';
import { SpeciesShares } from './share-text.tsx';
import { TimeframeText } from './timeframe-text.tsx';

/** What is known of an activity besides its money. */
export function ActivityFacts({
  activity,
  speciesNames,
}: {
  activity: Activity;
  speciesNames: ReadonlyMap<string, string>;
}) {
  const { status, funding, priority, timeframe, species, lead, partners, section, printedCode } = activity;
  return (
    <dl className="facts">
      <div>
        <dt>Status</dt>
        <dd>
          <StatusBadge status={status} />
        </dd>
      </div>
      <div>
        <dt>Funding</dt>
        <dd>{funding === 'core' ? FUNDING_NAMES.core : <FundingBadge funding={funding} />}</dd>
      </div>
      <div>
        <dt>Priority</dt>
        <dd>{priority ? PRIORITY_NAMES[priority] : <span className="quiet">none given</span>}</dd>
      </div>
      <div>
        <dt>Timeframe</dt>
        <dd>
          <TimeframeText timeframe={timeframe} />
        </dd>
      </div>
      <div>
        <dt>Species programmes</dt>
        <dd>
          <SpeciesShares species={species} names={speciesNames} />
        </dd>
      </div>
      <div>
        <dt>Lead</dt>
        <dd>{leadWords(lead)}</dd>
      </div>
      {partners.length > 0 && (
        <div>
          <dt>Partners</dt>
          <dd>{partners.join(', ')}</dd>
        </div>
      )}
      {section && (
        <div>
          <dt>Section</dt>
          <dd>{section}</dd>
        </div>
      )}
      {printedCode && (
        <div>
          <dt>Printed as</dt>
          <dd>
            <q>{printedCode}</q>
          </dd>
        </div>
      )}
    </dl>
  );
}

function leadWords(lead: string | null): string {
  if (lead === null) return 'not stated';
  return lead === 'joint' ? 'Joint' : lead;
}
