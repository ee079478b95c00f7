import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maximumFlow } from '../../support/reference/flexible-money.ts';

const amounts = fc.array(fc.bigInt(0n, 9n), { maxLength: 5 });

describe('the reference for the maximum flow', () => {
  it('equals the smallest of all cuts', () => {
    fc.assert(
      fc.property(amounts, amounts, fc.integer({ min: 0, max: 2 ** 25 - 1 }), (supplies, needs, bits) => {
        const allowed = supplies.map((_, row) => needs.map((_, column) => isSet(bits, row * 5 + column)));
        let smallest: bigint | null = null;
        for (let kept = 0; kept < 2 ** supplies.length; kept++) {
          const cut = cutBehind(kept, supplies, needs, allowed);
          if (smallest === null || cut < smallest) smallest = cut;
        }
        expect(maximumFlow(supplies, needs, allowed)).toBe(smallest);
      }),
    );
  });
});

/** Cuts off every supply that is not kept and every need that a kept one may reach. */
function cutBehind(kept: number, supplies: bigint[], needs: bigint[], allowed: boolean[][]): bigint {
  let cut = 0n;
  supplies.forEach((supply, row) => {
    if (!isSet(kept, row)) cut += supply;
  });
  needs.forEach((need, column) => {
    if (allowed.some((cells, row) => isSet(kept, row) && cells[column] === true)) cut += need;
  });
  return cut;
}

function isSet(bits: number, place: number): boolean {
  return Math.floor(bits / 2 ** place) % 2 === 1;
}
