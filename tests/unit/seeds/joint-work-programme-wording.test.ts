import { describe, expect, it } from 'vitest';
import { programmeSeed, seedActivity } from './seed-file.ts';

const textOf = (code: string) => JSON.stringify(seedActivity(code));
const inWords = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');

/** A stretch of the document's own wording for every activity: enough to notice a sentence that was taken over. */
const WORDING_OF_THE_DOCUMENT = [
  ['A1', 'update of the concordance list of species in the Appendices'],
  ['A2', 'taking into account the respective requirements of the two Conventions'],
  ['A3', 'Pursue efforts to harmonize the nomenclature and taxonomy'],
  ['A4', 'Raise the possibility of creating a nomenclature and taxonomy committee'],
  ['A5', 'make recommendations for reconciling these'],
  ['B1', 'assisting countries to progress trans-boundary projects benefitting elephants'],
  ['B2', 'Maximize the synergies between the CMS MoU and MIKE'],
  ['B3', 'Ensure synergies with the African Elephant Action Plan'],
  ['B4', 'Continue to seek further options for collaboration'],
  ['B5', 'The decision could lead to closer collaboration between CMS and the CITES'],
  ['B6', 'participate in finalizing the Conservation Management Plan'],
  ['B7', 'participate in the first meeting of the signatories'],
  ['B8', 'in order to optimize the implementation of the Conservation Management Plan'],
  ['B9', 'to further discussions on turtles and other shared marine species'],
  ['B10', 'will collaborate to identify a host country, and jointly fundraise'],
  ['B11', 'measures pertaining to trans-boundary anti-poaching and law enforcement'],
  ['B12', 'consumer countries will contribute to improving the conservation status'],
  ['B13', 'to make an overall assessment of the obligations of each one'],
  ['B14', 'assess how the two Conventions can contribute to improving the situation'],
  ['B15', 'will investigate options for their attendance'],
  ['B16', 'will seek relevant gorilla-specific information from CMS'],
  ['B17', 'the database collecting and consolidating information on wildlife crime'],
  ['B18', 'could best add value to the conservation status of the species'],
  ['B19', 'Prepare a critical assessment of the differences in the criteria'],
  ['C1', 'regular teleconference calls as required, will be held'],
  ['C2', 'Pertinent draft documents in advance of Convention meetings'],
  ['C3', 'those that will be proposed during the term'],
  ['D1', 'Investigate possibilities for coordinated outreach and capacity building activities'],
  ['D2', 'encourage such groups to assist in the implementation'],
  ['D3', 'Share experience about the United Nations Information Portal'],
  ['D4', 'Possibilities for other joint activities so far include'],
] as const;

describe('the seed programme: titles and summaries', () => {
  it.each(WORDING_OF_THE_DOCUMENT)('%s is told in other words than "%s"', (code, phrase) => {
    expect(inWords(textOf(code))).not.toContain(inWords(phrase));
  });

  it('looks at every activity', () => {
    expect(WORDING_OF_THE_DOCUMENT).toHaveLength(31);
  });

  it.each([
    ['A4', ['Chairs of the Scientific Advisory Bodies', 'CSAB', 'IPBES']],
    ['A5', ['IUCN Red List']],
    ['B1', ['22 June 2011', 'Monitoring the Illegal Killing of Elephants (MIKE)', 'December 2014']],
    ['B5', ['“Analyzing gaps and options for enhancing elephant conservation in Central Africa”']],
    ['B6', ['Memorandum of Understanding on the Conservation of Migratory Sharks']],
    ['B7', ['MOS1']],
    ['B8', ['whale shark, white shark and basking shark']],
    ['B11', ['2011–2015']],
    ['B12', ['decision 14.97 (Rev. CoP15)', 'Urumqi', '27–29 September 2010']],
    ['B15', ['President of Kyrgyzstan', 'Naturschutzbund Deutschland e.V.']],
    ['B16', ['International Consortium for Combating Wildlife Crime (ICCWC)']],
    ['B17', ['Agreement on the Conservation of Gorillas and Their Habitats']],
    ['D1', ['National Biodiversity Strategies and Action Plans (NBSAPs)', 'Aichi Biodiversity Targets']],
    ['D2', ['(BLG)', '(IPBES)', '(EMG)', '(IMG4)']],
    ['D3', ['(InforMEA)']],
  ])('%s keeps its names and dates', (code, facts) => {
    for (const fact of facts) expect(textOf(code)).toContain(fact);
  });

  it('has a summary for every activity and no two titles alike', () => {
    const { activities } = programmeSeed;
    expect(activities.filter(({ summary }) => summary.length < 40)).toEqual([]);
    expect(new Set(activities.map(({ title }) => title)).size).toBe(31);
  });
});
