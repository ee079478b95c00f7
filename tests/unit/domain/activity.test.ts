import { describe, expect, it } from 'vitest';
import { ACTIVITY_STATUSES, needsExternalFunding } from '#app/domain/activity.ts';

describe('an activity waits for donors', () => {
  it.each([
    { funding: 'external', needs: true },
    { funding: 'partial', needs: true },
    { funding: 'core', needs: false },
  ] as const)('when its funding is $funding: $needs', ({ funding, needs }) => {
    expect(needsExternalFunding({ funding, status: 'planned' })).toBe(needs);
  });

  it.each(ACTIVITY_STATUSES.filter((status) => status !== 'cancelled'))(
    'also while it is %s, as only a cancelled one changes a figure',
    (status) => {
      expect(needsExternalFunding({ funding: 'external', status })).toBe(true);
      expect(needsExternalFunding({ funding: 'partial', status })).toBe(true);
      expect(needsExternalFunding({ funding: 'core', status })).toBe(false);
    },
  );

  it('no longer once it is cancelled', () => {
    expect(needsExternalFunding({ funding: 'external', status: 'cancelled' })).toBe(false);
    expect(needsExternalFunding({ funding: 'partial', status: 'cancelled' })).toBe(false);
  });
});
