import { describe, expect, it } from 'vitest';
import { isCancelled, isCommitted } from '#app/domain/pledge.ts';

describe('the state of a pledge comes from its dates alone', () => {
  it.each([
    { sentence: 'an agreement not signed is not committed', on: null, asOf: '2012-05-02', reached: false },
    { sentence: 'the day before it is not yet', on: '2012-05-02', asOf: '2012-05-01', reached: false },
    { sentence: 'from that very day on it is', on: '2012-05-02', asOf: '2012-05-02', reached: true },
    { sentence: 'and stays so', on: '2012-05-02', asOf: '2019-01-01', reached: true },
  ])('committed: $sentence', ({ on, asOf, reached }) => {
    expect(isCommitted({ committedOn: on }, asOf)).toBe(reached);
  });

  it.each([
    { sentence: 'never cancelled is not', on: null, asOf: '2013-05-02', reached: false },
    { sentence: 'the day before it is not yet', on: '2013-05-02', asOf: '2013-05-01', reached: false },
    { sentence: 'from that very day on it is', on: '2013-05-02', asOf: '2013-05-02', reached: true },
    { sentence: 'and stays so', on: '2013-05-02', asOf: '2019-01-01', reached: true },
  ])('cancelled: $sentence', ({ on, asOf, reached }) => {
    expect(isCancelled({ cancelledOn: on }, asOf)).toBe(reached);
  });
});
