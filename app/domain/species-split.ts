import { type SpeciesShare, WHOLE_SHARE_MILLIONTHS } from './activity.ts';
import type { Figures } from './figures.ts';
import { comparePlain } from './order.ts';
import { splitByWeight } from './split.ts';

/** Key of the figures of activities that name no species programme. */
export const CROSS_CUTTING = 'cross-cutting';

/**
 * An activity's figures by species programme, in plain order of their codes, or whole under
 * {@link CROSS_CUTTING}. What is covered, still open, surplus and in the pipeline is split by share (largest
 * remainder); gap = pledged + gapIfPledgesHold and requirement = received + committed + gap follow from the parts,
 * so that the parts add up to the activity in every figure.
 *
 * @source domain.md, section 4, "Species"
 */
export function splitBySpecies(
  figures: Figures,
  species: readonly SpeciesShare[],
): { readonly key: string; readonly figures: Figures }[] {
  const shares =
    species.length > 0
      ? [...species].sort((a, b) => comparePlain(a.code, b.code))
      : [{ code: CROSS_CUTTING, shareMillionths: WHOLE_SHARE_MILLIONTHS }];
  const weights = shares.map(({ shareMillionths }) => shareMillionths);
  const split = (totalMinor: bigint) => splitByWeight(totalMinor, weights);
  const received = split(figures.receivedMinor);
  const committed = split(figures.committedMinor);
  const pledged = split(figures.pledgedMinor);
  const open = split(figures.gapIfPledgesHoldMinor);
  const surplus = split(figures.surplusMinor);
  const pipeline = split(figures.weightedPipelineMinor);
  return shares.map(({ code }, index) => {
    const at = (parts: readonly bigint[]) => parts[index] ?? 0n;
    const gapMinor = at(pledged) + at(open);
    return {
      key: code,
      figures: {
        requirementMinor: at(received) + at(committed) + gapMinor,
        receivedMinor: at(received),
        committedMinor: at(committed),
        pledgedMinor: at(pledged),
        gapMinor,
        gapIfPledgesHoldMinor: at(open),
        surplusMinor: at(surplus),
        weightedPipelineMinor: at(pipeline),
      },
    };
  });
}
