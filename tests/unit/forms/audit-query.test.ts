import { describe, expect, test } from 'vitest';
import { readAuditQuery, readEntryNumber } from '#app/forms/audit-query.ts';

const query = (search: string) => readAuditQuery(new URLSearchParams(search));
const ANY = { from: null, to: null, who: '', kind: null, action: null, text: '', change: null };

describe('the search of the audit trail', () => {
  test('asks for everything where the URL says nothing', () => {
    expect(query('')).toEqual(ANY);
  });

  test('is read from the URL', () => {
    const all = 'q=+sharks+&from=2012-01-01&to=2012-12-31&who=Anna&kind=pledges&action=changed&change=x-1';
    expect(query(all)).toEqual({
      ...{ text: 'sharks', from: '2012-01-01', to: '2012-12-31', who: 'Anna' },
      ...{ kind: 'pledges', action: 'changed', change: 'x-1' },
    });
  });

  test.each(['from=2012-02-30', 'to=yesterday', 'kind=passwords', 'action=read', 'q=%00', 'who=+'])(
    'leaves out what it does not know: %s',
    (search) => {
      expect(query(search)).toEqual(ANY);
    },
  );

  test('is never longer than what a database looks for in good time', () => {
    expect(query(`q=${'x'.repeat(5_000)}`).text).toHaveLength(200);
  });

  test.each(['', '-1', '1.5', '1e3', 'x', '9'.repeat(16)])('knows no entry %j', (number) => {
    expect(readEntryNumber(new URLSearchParams({ entry: number }), 'entry')).toBeNull();
  });
});
