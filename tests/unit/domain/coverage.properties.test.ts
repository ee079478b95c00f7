import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverActivity, type LayerAmounts } from '#app/domain/coverage.ts';
import { LAYERS, type Layer } from '#app/domain/pledge-money.ts';

const YEARS = [2011, 2012, 2013, 2014];
const amount = fc.bigInt({ min: 0n, max: 25n });

const anyRequirements = fc
  .subarray(YEARS)
  .chain((years) =>
    fc.tuple(...years.map((year) => amount.map((requirementMinor) => ({ year, requirementMinor })))),
  );
const anyPoured = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...YEARS, 2015, null), amount), { selector: ([year]) => year })
  .map((entries) => new Map(entries));
const anyAmounts: fc.Arbitrary<LayerAmounts> = fc.record({
  received: anyPoured,
  committed: anyPoured,
  pledged: anyPoured,
});

function total(amounts: Iterable<bigint>): bigint {
  return [...amounts].reduce((sum, part) => sum + part, 0n);
}

/** The rule of the layers, told one minor unit at a time. */
function pourUnitByUnit(
  requirements: readonly { year: number; requirementMinor: bigint }[],
  amounts: LayerAmounts,
) {
  const cells = requirements.map(({ year, requirementMinor }) => ({
    year,
    requirementMinor,
    covered: { received: 0n, committed: 0n, pledged: 0n },
  }));
  const surplus = { received: 0n, committed: 0n, pledged: 0n };
  const isOpen = ({ requirementMinor, covered }: (typeof cells)[number]) =>
    covered.received + covered.committed + covered.pledged < requirementMinor;
  for (const layer of LAYERS) {
    for (const isYeared of [true, false]) {
      for (const [year, amountMinor] of amounts[layer]) {
        if ((year !== null) !== isYeared) continue;
        for (let unit = 0n; unit < amountMinor; unit++) {
          const cell = cells.find(
            (candidate) => isOpen(candidate) && (year === null || candidate.year === year),
          );
          if (cell) cell.covered[layer] += 1n;
          else surplus[layer] += 1n;
        }
      }
    }
  }
  return { cells, surplus };
}

describe('covering any activity with any money', () => {
  it('gives what pouring one minor unit after the other gives', () => {
    fc.assert(
      fc.property(anyRequirements, anyAmounts, (requirements, amounts) => {
        const expected = pourUnitByUnit(requirements, amounts);
        const { cells, surplus } = coverActivity(requirements, amounts);
        expect(surplus).toEqual(expected.surplus);
        expect(
          cells.map(({ year, requirementMinor, receivedMinor, committedMinor, pledgedMinor }) => ({
            year,
            requirementMinor,
            covered: { received: receivedMinor, committed: committedMinor, pledged: pledgedMinor },
          })),
        ).toEqual(expected.cells);
      }),
      { numRuns: 400 },
    );
  });

  it('puts every unit of a layer into a cell or the surplus, never both', () => {
    fc.assert(
      fc.property(anyRequirements, anyAmounts, (requirements, amounts) => {
        const { cells, surplus } = coverActivity(requirements, amounts);
        const covered: Record<Layer, bigint> = {
          received: total(cells.map(({ receivedMinor }) => receivedMinor)),
          committed: total(cells.map(({ committedMinor }) => committedMinor)),
          pledged: total(cells.map(({ pledgedMinor }) => pledgedMinor)),
        };
        for (const layer of LAYERS) {
          expect(covered[layer] + surplus[layer]).toBe(total(amounts[layer].values()));
        }
      }),
    );
  });

  it('makes every cell add up, with no part below nothing', () => {
    fc.assert(
      fc.property(anyRequirements, anyAmounts, (requirements, amounts) => {
        for (const cell of coverActivity(requirements, amounts).cells) {
          expect(cell.gapMinor).toBe(cell.requirementMinor - cell.receivedMinor - cell.committedMinor);
          expect(cell.gapIfPledgesHoldMinor).toBe(cell.gapMinor - cell.pledgedMinor);
          for (const part of [cell.receivedMinor, cell.committedMinor, cell.pledgedMinor]) {
            expect(part >= 0n).toBe(true);
          }
          expect(cell.gapMinor >= cell.gapIfPledgesHoldMinor && cell.gapIfPledgesHoldMinor >= 0n).toBe(true);
        }
      }),
    );
  });

  it('never has a surplus without a year beside an open gap', () => {
    fc.assert(
      fc.property(anyRequirements, anyPoured, (requirements, poured) => {
        const unyeared = new Map([[null, total(poured.values())]]);
        const amounts = { received: unyeared, committed: new Map(), pledged: new Map() };
        const { cells, surplus } = coverActivity(requirements, amounts);
        const isAnyOpen = cells.some(({ gapMinor }) => gapMinor > 0n);
        if (isAnyOpen) expect(surplus.received).toBe(0n);
      }),
    );
  });

  it('raises no gap of any year with more money, whatever its layer and year', () => {
    const year = fc.constantFrom(...YEARS, 2015, null);
    fc.assert(
      fc.property(
        ...([anyRequirements, anyAmounts, fc.constantFrom(...LAYERS), year, amount] as const),
        (requirements, amounts, layer, at, moreMinor) => {
          const poured = new Map(amounts[layer]).set(at, (amounts[layer].get(at) ?? 0n) + moreMinor);
          const before = coverActivity(requirements, amounts);
          const after = coverActivity(requirements, { ...amounts, [layer]: poured });
          for (const [index, cell] of after.cells.entries()) {
            expect(cell.gapMinor <= (before.cells[index]?.gapMinor ?? 0n)).toBe(true);
            expect(cell.gapIfPledgesHoldMinor <= (before.cells[index]?.gapIfPledgesHoldMinor ?? 0n)).toBe(
              true,
            );
          }
        },
      ),
    );
  });

  it('leaves the gap as it is when announcements come and go', () => {
    fc.assert(
      fc.property(anyRequirements, anyAmounts, anyPoured, (requirements, amounts, pledged) => {
        const gaps = (given: LayerAmounts) =>
          coverActivity(requirements, given).cells.map(({ gapMinor }) => gapMinor);
        expect(gaps({ ...amounts, pledged })).toEqual(gaps(amounts));
      }),
    );
  });

  it('does not depend on the order in which money was added up', () => {
    fc.assert(
      fc.property(anyRequirements, anyAmounts, (requirements, amounts) => {
        const turned = (poured: ReadonlyMap<number | null, bigint>) => new Map([...poured].reverse());
        const other = {
          received: turned(amounts.received),
          committed: turned(amounts.committed),
          pledged: turned(amounts.pledged),
        };
        expect(coverActivity(requirements, other)).toEqual(coverActivity(requirements, amounts));
      }),
    );
  });
});
